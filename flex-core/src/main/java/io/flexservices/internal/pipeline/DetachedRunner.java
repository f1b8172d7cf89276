package io.flexservices.internal.pipeline;

import io.flexservices.internal.worker.DeadlineWatch;
import io.flexservices.internal.worker.HandlerRun;
import io.flexservices.internal.worker.PendingWork;
import io.flexservices.internal.worker.Promise;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs one handler on the thread that asks for it, which is one of the handlers' threads, while
 * another one watches the time. The answer is told by the one of them that has it first, or by
 * whoever completes what an asynchronous handler returned. Of those that work without a thread
 * there are as many as the limit of handlers, beside those that have one.
 */
final class DetachedRunner implements CallRunner {
  private final HandlerRunner handlers;
  private final DeadlineWatch watch;
  private final AtomicInteger working;
  private final Promise<FlexResponse> answered;

  /**
   * A runner for one request.
   *
   * @param working how many handlers work without a thread, of all requests
   * @param answered what the client is told
   */
  DetachedRunner(
      HandlerRunner handlers,
      DeadlineWatch watch,
      AtomicInteger working,
      Promise<FlexResponse> answered) {
    this.handlers = handlers;
    this.watch = watch;
    this.working = working;
    this.answered = answered;
  }

  @Override
  public @Nullable FlexResponse run(Call call) {
    Deadline deadline = call.scope().deadline();
    if (deadline.isSpent()) {
      return call.failed(HandlerRunner.wasLate(deadline));
    }
    if (working.get() >= handlers.threads().limit()) {
      return call.failure(handlers.busy());
    }
    RunningCall running = handlers.running(call);
    HandlerRun run = new HandlerRun(running);
    Promise<FlexResponse> answer = running.answer();
    DeadlineWatch.Watched watched = watch.watch(deadline, () -> late(call, run, answer));
    try {
      run.run();
    } catch (Throwable e) {
      watched.done(); // What failed is the answer, and not that the time was spent.
      throw e;
    }
    if (answer.isGiven()) {
      return watched.done() ? finished(call, answer.value()) : null;
    }
    working.incrementAndGet();
    answer.tell(
        (FlexResponse response) -> {
          if (watched.done()) {
            finishElsewhere(call, response);
          } else {
            working.decrementAndGet(); // The one that watches the time answers.
          }
        });
    return null;
  }

  private void late(Call call, HandlerRun run, Promise<FlexResponse> answer) {
    try {
      answered.give(HandlerRunner.late(call, run, answer));
    } finally {
      if (answer.isGiven()) {
        answered.give(answer.value()); // Also where that it was late could not be logged.
      }
    }
  }

  /** The answer when all is done that the request started. */
  private static FlexResponse finished(Call call, FlexResponse response) {
    try {
      call.scope().pending().finish(call.scope().deadline(), call.scope().logger());
      return response;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return call.failure(HandlerRunner.stopping());
    }
  }

  /** This thread may be what the work needs to go on, and so does not wait for it. */
  private void finishElsewhere(Call call, FlexResponse response) {
    PendingWork pending = call.scope().pending();
    if (pending.isEmpty()) {
      end(response);
      return;
    }
    try {
      Thread thread = new Thread(() -> finish(call, response), "flex-pending");
      thread.setDaemon(true);
      thread.start();
    } catch (OutOfMemoryError e) {
      end(response); // The system has no thread to give.
    }
  }

  private void finish(Call call, FlexResponse response) {
    FlexResponse finished = response;
    try {
      finished = finished(call, response);
    } finally {
      end(finished);
    }
  }

  private void end(FlexResponse response) {
    working.decrementAndGet();
    answered.give(response);
  }
}
