package io.flexservices.hooks.kinvey;

import io.flexservices.completion.BodyCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.hooks.HandlerFailure;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.json.Throwables;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** How calls with hooks end. */
final class Endings {
  private Endings() {}

  /** What goes out to a client. */
  static @Nullable Object sent(HookContext context) {
    return context.dispatch() == null ? context.result() : context.dispatch();
  }

  /**
   * The answer to a call that failed.
   *
   * @throws CompletionException with the failure where its text is not for the client
   */
  static Outcome failed(BodyCompletion<?> complete, Throwable failure) {
    Throwable cause = Throwables.unwrapped(failure);
    if (cause instanceof HookException refusal) {
      return complete.error(refusal.toKinveyError()).done();
    }
    if (cause instanceof HandlerFailure inner) {
      return complete.error(inner.toKinveyError()).done();
    }
    throw new CompletionException(cause);
  }
}
