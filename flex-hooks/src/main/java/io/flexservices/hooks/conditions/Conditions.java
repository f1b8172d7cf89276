package io.flexservices.hooks.conditions;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookParams;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Hooks that run under a condition, and conditions.
 *
 * <pre>{@code
 * HookSet hooks = HookSet.none()
 *     .after(
 *         iff(isProvider("external"), discard("password"))
 *             .otherwise(context -> audit(context)));
 * }</pre>
 */
public final class Conditions {
  private static final String SERVER = "server";
  private static final String EXTERNAL = "external";

  private Conditions() {}

  /** Runs hooks, one after the other, where a condition holds. */
  public static IffHook iff(HookCondition condition, Hook... hooks) {
    return new IffHook(condition, Hook.combine(hooks));
  }

  /** Runs hooks always, or never. */
  public static IffHook iff(boolean condition, Hook... hooks) {
    return iff(HookCondition.always(condition), hooks);
  }

  /** Another name for {@link #iff(HookCondition, Hook...)}. */
  public static IffHook when(HookCondition condition, Hook... hooks) {
    return iff(condition, hooks);
  }

  /** Another name for {@link #iff(boolean, Hook...)}. */
  public static IffHook when(boolean condition, Hook... hooks) {
    return iff(condition, hooks);
  }

  /** Runs hooks, one after the other, where a condition does not hold. */
  public static Hook unless(HookCondition condition, Hook... hooks) {
    return iff(condition).otherwise(hooks);
  }

  /** Runs hooks never, or always. */
  public static Hook unless(boolean condition, Hook... hooks) {
    return unless(HookCondition.always(condition), hooks);
  }

  /**
   * Runs the ones or the others.
   *
   * <pre>{@code
   * iffElse(isProvider("server"), List.of(), List.of(discard("password"), keep("name")))
   * }</pre>
   */
  public static Hook iffElse(HookCondition condition, List<Hook> whenTrue, List<Hook> whenFalse) {
    return IffHook.either(condition, Hook.combine(whenTrue), Hook.combine(whenFalse));
  }

  /** Runs the ones, or the others, always. */
  public static Hook iffElse(boolean condition, List<Hook> whenTrue, List<Hook> whenFalse) {
    return iffElse(HookCondition.always(condition), whenTrue, whenFalse);
  }

  /** Holds where all of them hold, and where there are none. All are asked, side by side. */
  public static HookCondition every(HookCondition... conditions) {
    List<HookCondition> all = List.of(conditions);
    return HookCondition.async(
        context -> answers(all, context).thenApply(answers -> !answers.contains(false)));
  }

  /** Holds where any of them holds. All are asked, side by side. */
  public static HookCondition some(HookCondition... conditions) {
    List<HookCondition> all = List.of(conditions);
    return HookCondition.async(
        context -> answers(all, context).thenApply(answers -> answers.contains(true)));
  }

  /** Holds where the other does not. */
  public static HookCondition isNot(HookCondition condition) {
    requireNonNull(condition, "condition == null");
    return HookCondition.async(
        context -> condition.start(context).thenApply(holds -> !Boolean.TRUE.equals(holds)));
  }

  /**
   * Holds for calls of certain kinds.
   *
   * @param providers any of: {@code server}, for calls that the service makes by itself; {@code
   *     external}, for all others; a provider's name such as {@code rest}; with whose rights
   *     Kinvey's request was made, {@code user}, {@code app} or {@code master}
   * @throws HookException a method not allowed where none is given
   */
  public static HookCondition isProvider(String... providers) {
    List<String> names = List.of(providers);
    if (names.isEmpty()) {
      throw HookException.methodNotAllowed("Calling isProvider predicate incorrectly.");
    }
    return isProvider(ContextValue.fixed(names));
  }

  /** {@link #isProvider(String...)} of what each call says; of no names, it does not hold. */
  public static HookCondition isProvider(ContextValue<? extends Collection<String>> providers) {
    requireNonNull(providers, "providers == null");
    return context ->
        providers.of(context).stream().anyMatch(name -> isCalledBy(name, context.params()));
  }

  private static boolean isCalledBy(String name, HookParams params) {
    String provider = params.provider();
    boolean isExternal = provider != null && !provider.isEmpty();
    return name.equals(provider)
        || (name.equals(SERVER) && !isExternal)
        || (name.equals(EXTERNAL) && isExternal)
        || name.equals(params.get(HookParams.SECURITY_CONTEXT));
  }

  private static CompletionStage<List<Boolean>> answers(
      List<HookCondition> conditions, HookContext context) throws Exception {
    List<CompletableFuture<? extends @Nullable Boolean>> asked = new ArrayList<>();
    for (HookCondition condition : conditions) {
      asked.add(condition.start(context).toCompletableFuture());
    }
    return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> asked.stream().map(one -> Boolean.TRUE.equals(one.join())).toList());
  }
}
