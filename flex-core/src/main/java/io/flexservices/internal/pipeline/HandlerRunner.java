package io.flexservices.internal.pipeline;

import io.flexservices.completion.Outcome;
import io.flexservices.error.KinveyError;
import io.flexservices.internal.worker.HandlerRun;
import io.flexservices.internal.worker.HandlerThreads;
import io.flexservices.json.Throwables;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where handlers are called. A handler runs on a worker thread, and so does the
 * printing of what it set, so that neither costs the caller more than the request's time; whatever
 * they do, there is an answer.
 */
final class HandlerRunner implements CallRunner {
  private final HandlerThreads threads;
  private final ServiceLogger logger;
  private final boolean stackTraces;

  HandlerRunner(HandlerThreads threads, ServiceLogger logger, boolean stackTraces) {
    this.threads = threads;
    this.logger = logger;
    this.stackTraces = stackTraces;
  }

  /** The threads that handlers run on. */
  HandlerThreads threads() {
    return threads;
  }

  @Override
  public FlexResponse run(Call call) {
    Deadline deadline = call.scope().deadline();
    if (deadline.isSpent()) {
      return failed(call, wasLate(deadline)); // What is begun now would only be interrupted.
    }
    CompletableFuture<FlexResponse> answer = new CompletableFuture<>();
    HandlerRun run;
    try {
      run = threads.start(() -> callHandler(call, answer));
    } catch (RejectedExecutionException e) {
      return call.failure(threads.isClosed() ? stopping() : busy());
    }
    try {
      threads.wakefulness().await(answer);
      FlexResponse response = answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      call.scope().pending().finish(deadline, call.scope().logger());
      return response;
    } catch (TimeoutException e) {
      return late(call, run, answer);
    } catch (ExecutionException e) {
      return threw(call, e);
    } catch (InterruptedException e) {
      run.giveUp();
      Thread.currentThread().interrupt();
      return call.failure(stopping());
    }
  }

  /** Calls a handler on this thread; the answer may come from another one. */
  void callHandler(Call call, CompletableFuture<FlexResponse> answer) {
    logger.enter(call.scope().logger());
    try {
      CompletionStage<Outcome> stage = call.begin();
      if (stage == null) {
        settle(
            call, answer, () -> failed(call, " returned null; it must return a CompletionStage"));
      } else {
        stage.whenComplete(
            (outcome, thrown) ->
                settle(
                    call,
                    answer,
                    () -> thrown == null ? returned(call, outcome) : threw(call, thrown)));
      }
    } catch (Throwable thrown) {
      // Also errors: a stack overflow ends the handler, not the service.
      settle(call, answer, () -> threw(call, thrown));
    } finally {
      logger.leave();
    }
  }

  /** Nothing is made of what comes when the client has its answer already. */
  private static void settle(
      Call call, CompletableFuture<FlexResponse> answer, Supplier<FlexResponse> ending) {
    if (answer.isDone() || !answer.complete(ending.get())) {
      call.scope()
          .logger()
          .warn(sentence(call, " ended after its time was spent; what it gave is ignored"));
    }
  }

  private FlexResponse returned(Call call, @Nullable Outcome outcome) {
    if (outcome == null) {
      return failed(call, " returned null; it must return what next() or done() gave it");
    }
    if (!outcome.equals(call.firstOutcome().get())) {
      return failed(call, " returned the outcome of another request");
    }
    try {
      return call.answer(outcome);
    } catch (Throwable e) {
      // Also errors: what is printed is the user's, and so may be the code that prints it.
      call.scope().logger().error("What " + name(call) + " set has no JSON form", e);
      return call.failure(KinveyError.runtimeError("What " + name(call) + " set has no JSON form"));
    }
  }

  /** A throw wins over a completion that was not returned: the work behind it may not be done. */
  private FlexResponse threw(Call call, Throwable thrown) {
    Throwable cause = Throwables.unwrapped(thrown);
    call.scope().logger().error(sentence(call, " threw"), cause);
    return call.failure(
        KinveyError.runtimeError(
            stackTraces
                ? Throwables.describeWithStack(cause)
                : sentence(call, " failed; the service's log says why")));
  }

  /** The answer that takes the place of one that did not come in time, or that one after all. */
  FlexResponse late(Call call, HandlerRun run, CompletableFuture<FlexResponse> answer) {
    String sentence = sentence(call, wasLate(call.scope().deadline()));
    FlexResponse failure = call.failure(KinveyError.runtimeError(sentence));
    if (!answer.complete(failure)) {
      return answer.join(); // It was done just now.
    }
    // Logged first: what the interrupt brings about has lines of its own.
    call.scope().logger().error(sentence, run.stack());
    run.giveUp();
    return failure;
  }

  static String wasLate(Deadline deadline) {
    return " was not done within " + deadline.budget().toMillis() + " ms";
  }

  static KinveyError stopping() {
    return KinveyError.unavailable("The service is stopping");
  }

  private KinveyError busy() {
    return KinveyError.unavailable(
        "The service is busy: " + threads.limit() + " handlers are running, which is its limit");
  }

  static FlexResponse failed(Call call, String what) {
    String sentence = sentence(call, what);
    call.scope().logger().error(sentence);
    return call.failure(KinveyError.runtimeError(sentence));
  }

  private static String sentence(Call call, String what) {
    return "The handler " + call.scope().handlerName() + what;
  }

  private static String name(Call call) {
    return "the handler " + call.scope().handlerName();
  }
}
