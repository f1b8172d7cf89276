package io.flexservices.internal.pipeline;

import io.flexservices.internal.worker.DeadlineWatch;
import io.flexservices.internal.worker.HandlerRun;
import io.flexservices.internal.worker.PendingWork;
import io.flexservices.internal.worker.Promise;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one handler on the thread that asks for it, which is one of the handlers' threads, while
 * another one watches the time. The answer is told by the one of them that has it first, or by
 * whoever completes what an asynchronous handler returned.
 */
final class DetachedRunner implements CallRunner {
  private final HandlerRunner handlers;
  private final DeadlineWatch watch;
  private final Consumer<FlexResponse> answered;

  DetachedRunner(HandlerRunner handlers, DeadlineWatch watch, Consumer<FlexResponse> answered) {
    this.handlers = handlers;
    this.watch = watch;
    this.answered = answered;
  }

  @Override
  public @Nullable FlexResponse run(Call call) {
    Deadline deadline = call.scope().deadline();
    if (deadline.isSpent()) {
      return call.failed(HandlerRunner.wasLate(deadline));
    }
    RunningCall running = handlers.running(call);
    HandlerRun run = new HandlerRun(running);
    Promise<FlexResponse> answer = running.answer();
    DeadlineWatch.Watched watched =
        watch.watch(deadline, () -> answered.accept(HandlerRunner.late(call, run, answer)));
    run.run();
    if (answer.isGiven()) {
      return watched.done() ? finished(call, answer.value()) : null;
    }
    answer.tell(
        (FlexResponse response) -> {
          if (watched.done()) {
            finishElsewhere(call, response);
          }
        });
    return null;
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
      answered.accept(response);
      return;
    }
    Thread thread = new Thread(() -> answered.accept(finished(call, response)), "flex-pending");
    thread.setDaemon(true);
    thread.start();
  }
}
