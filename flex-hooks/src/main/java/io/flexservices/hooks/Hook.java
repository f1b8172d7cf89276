package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Runs before or after a method, and may change what goes in or comes out.
 *
 * <pre>{@code
 * Hook stamp = context -> context.setValueAt("data.source", "web");
 * Hook lookUp = Hook.async(context -> prices(context).thenAccept(context::setResult));
 * Hook secret = context -> discard(hiddenFieldsOf(context)).run(context); // varies with each call
 * }</pre>
 *
 * <p>Called once for each call that it is registered for, and for several calls at once. It may
 * block. What it throws ends the call: a {@link HookException} becomes the Kinvey error of its
 * kind, everything else a 550 {@code FlexRuntimeError} that does not repeat the exception's text.
 */
@FunctionalInterface
public interface Hook {
  /**
   * Runs the hook to its end.
   *
   * @throws Exception anything; see above
   */
  void run(HookContext context) throws Exception;

  /**
   * Begins the hook; the next one runs when the stage is complete.
   *
   * @throws Exception anything; see above
   */
  default CompletionStage<?> start(HookContext context) throws Exception {
    run(context);
    return CompletableFuture.completedStage(null);
  }

  /** A hook that does not block: it is over when the stage that it returns is. */
  static Hook async(AsyncHook hook) {
    requireNonNull(hook, "hook == null");
    return new StageHook(hook);
  }

  /** One hook out of several, which run one after the other. A failure ends them. */
  static Hook combine(Hook... hooks) {
    return combine(List.of(hooks));
  }

  /** As {@link #combine(Hook...)}. */
  static Hook combine(List<Hook> hooks) {
    List<Hook> copy = List.copyOf(hooks);
    return async(context -> HookChain.run(copy, context));
  }

  /** The asynchronous form of a hook. */
  @FunctionalInterface
  interface AsyncHook {
    /**
     * Begins the hook.
     *
     * @return complete when the hook is done, whatever its value; null where it is done already
     * @throws Exception anything; see {@link Hook}
     */
    @Nullable CompletionStage<?> start(HookContext context) throws Exception;
  }
}
