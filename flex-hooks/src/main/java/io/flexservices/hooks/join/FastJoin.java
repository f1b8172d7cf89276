package io.flexservices.hooks.join;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Loaders;
import io.flexservices.hooks.internal.Page;
import io.flexservices.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Joins records with those that belong to them, by functions that add them.
 *
 * <pre>{@code
 * HookSet hooks = HookSet.none()
 *     .after(fastJoin(ofPosts, context -> context.params().query().get("$join")));
 * }</pre>
 *
 * <p>The records are the result, without the page around it, or the data where there is no result.
 * The resolvers of all records run side by side in the sense that none waits for another, so that
 * what they ask of a loader goes into one batch; yet no two run at the same time. In calls that a
 * join makes, which say {@code _populate} or {@code _graphql} among their params, it does nothing.
 *
 * <p>The loaders of {@link HookContext#loaders()} begin empty; those that were there are put back
 * at the end.
 */
public final class FastJoin {
  private FastJoin() {}

  /** Runs all resolvers, without arguments. */
  public static Hook fastJoin(Resolvers resolvers) {
    return fastJoin(fixed(resolvers));
  }

  /** Runs all resolvers, without arguments, which depend on the call. */
  public static Hook fastJoin(ContextValue<Resolvers> resolvers) {
    return fastJoin(resolvers, ContextValue.<@Nullable Object>fixed(null));
  }

  /**
   * Runs the resolvers that a query names.
   *
   * @param query by the resolvers' names: true; a list of arguments; or an object with a list
   *     {@code args} and the names of joins inside, without which none of those run. What
   *     JavaScript takes for false, and what is not named, does not run; null runs all
   */
  public static Hook fastJoin(Resolvers resolvers, @Nullable Map<String, ?> query) {
    return fastJoin(fixed(resolvers), ContextValue.<@Nullable Object>fixed(query));
  }

  /** The same with a query that depends on the call, be it one that the client sends. */
  public static Hook fastJoin(Resolvers resolvers, ContextValue<? extends @Nullable Object> query) {
    return fastJoin(fixed(resolvers), query);
  }

  /** The same with resolvers and a query that depend on the call. */
  public static Hook fastJoin(
      ContextValue<Resolvers> resolvers, ContextValue<? extends @Nullable Object> query) {
    requireNonNull(resolvers, "resolvers == null");
    requireNonNull(query, "query == null");
    return Hook.async(context -> isJoined(context) ? null : run(resolvers, query, context));
  }

  private static CompletionStage<?> run(
      ContextValue<Resolvers> resolvers,
      ContextValue<? extends @Nullable Object> query,
      HookContext context)
      throws Exception {
    Resolvers chosen = resolvers.of(context);
    List<Step> steps = Step.of(chosen, query.of(context));
    Loaders former = context.exchangeLoaders(new Loaders());
    return started(chosen.before(), context)
        .thenCompose(before -> JoinRun.of(steps, records(context), context))
        .thenCompose(joined -> started(chosen.after(), context))
        .whenComplete((after, failure) -> context.exchangeLoaders(former));
  }

  /** What follows runs in the turn, wherever the hook ended. */
  private static CompletionStage<?> started(Hook hook, HookContext context) {
    try {
      return context.inTurn(hook.start(context));
    } catch (Exception | StackOverflowError e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private static @Nullable Object records(HookContext context) {
    Object result = context.result();
    if (!Json.isTruthy(result)) {
      return context.data();
    }
    boolean mayBePage = context.method() == HookMethod.FIND;
    return mayBePage ? Page.records(result) : result;
  }

  private static boolean isJoined(HookContext context) {
    return Json.isTruthy(context.params().get(HookParams.POPULATE))
        || Json.isTruthy(context.params().get("_graphql"));
  }

  private static ContextValue<Resolvers> fixed(Resolvers resolvers) {
    requireNonNull(resolvers, "resolvers == null");
    return ContextValue.fixed(resolvers);
  }
}
