package io.flexservices.hooks.control;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.conditions.Conditions;
import io.flexservices.hooks.conditions.HookCondition;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Hooks for whether a method runs, and for what happens in its place or beside it.
 *
 * <pre>{@code
 * HookSet hooks = HookSet.none()
 *     .before(softDelete())
 *     .before(HookMethod.REMOVE, disallow("external"))
 *     .before(HookMethod.UPDATE, stashBefore())
 *     .after(HookMethod.CREATE, runParallel(context -> greet(context)));
 * }</pre>
 */
public final class Control {
  private Control() {}

  /**
   * Refuses calls of certain kinds with {@link HookException.Kind#METHOD_NOT_ALLOWED}.
   *
   * @param providers as for {@link Conditions#isProvider(String...)}; none stands for all calls
   */
  public static Hook disallow(String... providers) {
    return disallow(ContextValue.fixed(List.of(providers)));
  }

  /**
   * {@link #disallow(String...)} by a function of the call.
   *
   * <pre>{@code
   * disallow(context -> isMaintenance() ? List.of("external") : List.of("rest"))
   * }</pre>
   */
  public static Hook disallow(ContextValue<? extends Collection<String>> providers) {
    requireNonNull(providers, "providers == null");
    HookCondition isListed = Conditions.isProvider(providers);
    return context -> {
      if (providers.of(context).isEmpty() || isListed.test(context)) {
        throw HookException.methodNotAllowed(
            "Provider '%s' can not call '%s'. (disallow)"
                .formatted(provider(context), context.method().documentName()));
      }
    };
  }

  /** {@link #softDelete(SoftDeleteOptions)} by a field {@code deleted} that is true. */
  public static Hook softDelete() {
    return softDelete(SoftDeleteOptions.defaults());
  }

  /**
   * Marks records in place of removing them, and hides those that are marked: a condition is added
   * to the query of every call, and a remove becomes a patch of the service's own records, whose
   * answer is the call's result. A call whose params hold {@code disableSoftDelete} goes its usual
   * way. Only before methods.
   */
  public static Hook softDelete(SoftDeleteOptions options) {
    return softDelete(ContextValue.fixed(requireNonNull(options, "options == null")));
  }

  /** {@link #softDelete(SoftDeleteOptions)} by a function of the call. */
  public static Hook softDelete(ContextValue<SoftDeleteOptions> options) {
    return Hook.async(new SoftDelete(options));
  }

  /** {@link #stashBefore(String)} as the param {@code before}. */
  public static Hook stashBefore() {
    return stashBefore("before");
  }

  /**
   * Looks the record up before it is changed, in the service's own records, and leaves it among the
   * params for later hooks; there it stays as it was. Where it cannot be read nothing is left, and
   * the call goes on. A call whose params hold {@code disableStashBefore}, as that of the look-up
   * does, is left alone. Only before get, update, patch and remove.
   *
   * @param param the name of the param
   */
  public static Hook stashBefore(String param) {
    return stashBefore(ContextValue.fixed(requireNonNull(param, "param == null")));
  }

  /** {@link #stashBefore(String)} by a function of the call. */
  public static Hook stashBefore(ContextValue<String> param) {
    return Hook.async(new StashBefore(param));
  }

  /**
   * {@link #runParallel(Hook, UnaryOperator, Executor)} with a {@linkplain HookContext#copy() copy}
   * of the context, on a thread of its own.
   */
  public static Hook runParallel(Hook hook) {
    return runParallel(hook, HookContext::copy);
  }

  /** {@link #runParallel(Hook, UnaryOperator, Executor)} on a thread of its own. */
  public static Hook runParallel(Hook hook, UnaryOperator<HookContext> copy) {
    return runParallel(hook, copy, RunParallel::onItsOwnThread);
  }

  /**
   * Begins a hook and goes on with the call. The answer to the request waits until the hook is
   * done, for as long as the request has time, since a function may freeze once it has answered;
   * see {@link io.flexservices.modules.background.Background#waitUntil}. What it throws does not
   * reach the call; it is logged. For work that may take longer than the request there is {@link
   * io.flexservices.modules.background.Background#run}.
   *
   * @param copy gives the context for the hook, on the thread of the call. A context is for one
   *     thread at a time, so what it shares with the call's must be left alone by both
   * @param executor what runs the hook; one that refuses work fails the call
   */
  public static Hook runParallel(Hook hook, UnaryOperator<HookContext> copy, Executor executor) {
    return new RunParallel(hook, copy, executor);
  }

  /**
   * Shows what the context holds, as one line of JSON: the label, stage, method and path, id, data,
   * query, result, the names of the params, and what failed. The values of members whose names say
   * that they are secret are left out, see {@link io.flexservices.log.Redaction}; of a long text,
   * the end.
   *
   * <pre>{@code
   * debug(flex.logger()::info, "step 1", "user.username")
   * }</pre>
   *
   * @param sink where the line goes
   * @param label tells this line from others
   * @param paramNames params whose values are shown as well, by names or paths
   */
  public static Hook debug(Consumer<? super String> sink, String label, String... paramNames) {
    return new Debug(sink, label, List.of(paramNames));
  }

  /**
   * Runs hooks on what is sent to clients in place of the result. Where there is no such thing yet,
   * it begins as a copy of the result, so that the result itself stays whole for the service.
   *
   * <pre>{@code
   * actOnDispatch(discard("password"), actOnDefault(setNow("readAt")))
   * }</pre>
   */
  public static Hook actOnDispatch(Hook... hooks) {
    return Hook.async(new ActOn("dispatch", Hook.combine(hooks)));
  }

  /** Runs hooks on data and result, also inside {@link #actOnDispatch}. */
  public static Hook actOnDefault(Hook... hooks) {
    return Hook.async(new ActOn(null, Hook.combine(hooks)));
  }

  /** As the reference writes it where there is none, though no such provider exists. */
  private static String provider(HookContext context) {
    String provider = context.params().provider();
    return provider == null ? "undefined" : provider;
  }
}
