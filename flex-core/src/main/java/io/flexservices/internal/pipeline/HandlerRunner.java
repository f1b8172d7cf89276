package io.flexservices.internal.pipeline;

import io.flexservices.error.KinveyError;
import io.flexservices.internal.worker.HandlerRun;
import io.flexservices.internal.worker.HandlerThreads;
import io.flexservices.internal.worker.Promise;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs handlers, each on a worker thread, which also prints what it set, so that neither costs the
 * caller more than the request's time; whatever they do, there is an answer.
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
      return call.failed(wasLate(deadline)); // What is begun now would only be interrupted.
    }
    RunningCall running = running(call);
    HandlerRun run;
    try {
      run = threads.start(running);
    } catch (RejectedExecutionException e) {
      return call.failure(threads.isClosed() ? stopping() : busy());
    }
    Promise<FlexResponse> answer = running.answer();
    try {
      threads.wakefulness().await(answer);
      if (!answer.await(deadline.remaining())) {
        return late(call, run, answer);
      }
      call.scope().pending().finish(deadline, call.scope().logger());
      return answer.value();
    } catch (InterruptedException e) {
      run.giveUp();
      Thread.currentThread().interrupt();
      return call.failure(stopping());
    }
  }

  /** What calls the handler; not begun yet. */
  RunningCall running(Call call) {
    return new RunningCall(call, logger, stackTraces);
  }

  /** The answer that takes the place of one that did not come in time, or that one after all. */
  static FlexResponse late(Call call, HandlerRun run, Promise<FlexResponse> answer) {
    String sentence = call.sentence(wasLate(call.scope().deadline()));
    FlexResponse failure = call.failure(KinveyError.runtimeError(sentence));
    if (!answer.give(failure)) {
      return answer.value(); // It was done just now.
    }
    // Logged first: what the interrupt brings about has lines of its own.
    try {
      call.scope().logger().error(sentence, run.stack());
    } finally {
      run.giveUp();
    }
    return failure;
  }

  static String wasLate(Deadline deadline) {
    return " was not done within " + deadline.budget().toMillis() + " ms";
  }

  static KinveyError stopping() {
    return KinveyError.unavailable("The service is stopping");
  }

  KinveyError busy() {
    return KinveyError.unavailable(
        "The service is busy: " + threads.limit() + " handlers are running, which is its limit");
  }
}
