package io.flexservices.internal.pipeline;

import io.flexservices.completion.Outcome;
import io.flexservices.error.KinveyError;
import io.flexservices.json.Throwables;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one place where handlers are called. A handler runs on a worker thread, so that one that
 * never returns costs the caller no more than the request's time; whatever it does, there is an
 * answer.
 */
final class HandlerRunner {
  private final Executor workers;
  private final ServiceLogger logger;
  private final boolean stackTraces;

  HandlerRunner(Executor workers, ServiceLogger logger, boolean stackTraces) {
    this.workers = workers;
    this.logger = logger;
    this.stackTraces = stackTraces;
  }

  FlexResponse run(Call call, Deadline deadline) {
    CompletableFuture<Outcome> result = new CompletableFuture<>();
    workers.execute(() -> callHandler(call, result));
    try {
      return returned(call, result.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return late(call, deadline);
    } catch (ExecutionException e) {
      return threw(call, cause(e));
    } catch (CancellationException e) {
      // The one exception that a future gives back unwrapped: the handler's own future was
      // cancelled.
      return threw(call, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return call.failure(KinveyError.unavailable("The service is stopping"));
    }
  }

  private void callHandler(Call call, CompletableFuture<Outcome> result) {
    logger.enter(call.logger());
    try {
      call.begin()
          .whenComplete(
              (outcome, thrown) -> {
                if (thrown == null) {
                  result.complete(outcome);
                } else {
                  result.completeExceptionally(thrown);
                }
              });
    } catch (Throwable thrown) {
      // Also errors: a stack overflow ends the handler, not the service.
      result.completeExceptionally(thrown);
    } finally {
      logger.leave();
    }
  }

  private FlexResponse returned(Call call, @Nullable Outcome outcome) {
    Outcome first = call.firstOutcome().get();
    if (first == null || !first.equals(outcome)) {
      call.logger()
          .error(
              "The handler %s returned %s; it must return what next() or done() gave it for this request"
                  .formatted(
                      call.handlerName(),
                      outcome == null ? "null" : "the outcome of another request"));
    }
    return first != null
        ? answer(call, first)
        : call.failure(
            KinveyError.runtimeError(
                "The handler %s ended without completing the request"
                    .formatted(call.handlerName())));
  }

  private FlexResponse threw(Call call, Throwable thrown) {
    call.logger().error("The handler %s threw".formatted(call.handlerName()), thrown);
    Outcome first = call.firstOutcome().get();
    if (first != null) {
      return answer(call, first);
    }
    Object debug =
        stackTraces
            ? Throwables.describeWithStack(thrown)
            : "The handler %s failed; the service's log says why".formatted(call.handlerName());
    return call.failure(KinveyError.runtimeError(debug));
  }

  private FlexResponse late(Call call, Deadline deadline) {
    String words =
        "The handler %s was not done within %d ms"
            .formatted(call.handlerName(), deadline.budget().toMillis());
    call.logger().error(words);
    Outcome first = call.firstOutcome().get();
    return first != null ? answer(call, first) : call.failure(KinveyError.runtimeError(words));
  }

  /** An outcome whose body has no JSON form is the handler's failure too. */
  private FlexResponse answer(Call call, Outcome outcome) {
    try {
      return call.answer(outcome);
    } catch (Throwable e) {
      // Also errors: a body is the user's, and so may be the code that prints it.
      call.logger().error("The handler %s answered no JSON".formatted(call.handlerName()), e);
      return call.failure(
          KinveyError.runtimeError(
              "The body that the handler %s set has no JSON form".formatted(call.handlerName())));
    }
  }

  private static Throwable cause(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof CompletionException && cause.getCause() != null
        ? cause.getCause()
        : cause;
  }
}
