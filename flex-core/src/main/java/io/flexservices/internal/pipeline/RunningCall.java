package io.flexservices.internal.pipeline;

import io.flexservices.completion.Outcome;
import io.flexservices.error.KinveyError;
import io.flexservices.internal.worker.Promise;
import io.flexservices.json.Throwables;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The one place where handlers are called, and what becomes of it: an answer in any case, made on
 * the thread that the handler ended on.
 */
final class RunningCall implements Runnable {
  private final Call call;
  private final ServiceLogger logger;
  private final boolean stackTraces;
  private final Promise<FlexResponse> answer = new Promise<>();

  RunningCall(Call call, ServiceLogger logger, boolean stackTraces) {
    this.call = call;
    this.logger = logger;
    this.stackTraces = stackTraces;
  }

  /** What the client is to be answered: who gives up waiting for it gives one in its place. */
  Promise<FlexResponse> answer() {
    return answer;
  }

  @Override
  public void run() {
    logger.enter(call.scope().logger());
    try {
      call.begin(this);
    } catch (Throwable thrown) {
      // Also errors: a stack overflow ends the handler, not the service.
      end(null, thrown);
    } finally {
      logger.leave();
    }
  }

  /** The handler gave its outcome. */
  void ended(@Nullable Outcome outcome) {
    end(outcome, null);
  }

  /** The handler gave a stage of its outcome. */
  void follow(@Nullable CompletionStage<Outcome> stage) {
    if (stage != null) {
      stage.whenComplete(
          (@Nullable Outcome outcome, @Nullable Throwable thrown) -> end(outcome, thrown));
    } else if (!isLate()) {
      settle(call.failed(" returned null; it must return a CompletionStage"));
    }
  }

  private void end(@Nullable Outcome outcome, @Nullable Throwable thrown) {
    if (!isLate()) {
      settle(thrown == null ? returned(outcome) : threw(thrown));
    }
  }

  /** Nothing is made of what comes when the client has its answer already. */
  private boolean isLate() {
    boolean isLate = answer.isGiven();
    if (isLate) {
      ignored();
    }
    return isLate;
  }

  private void settle(FlexResponse response) {
    if (!answer.give(response)) {
      ignored();
    }
  }

  private void ignored() {
    call.scope()
        .logger()
        .warn(call.sentence(" ended after its time was spent; what it gave is ignored"));
  }

  private FlexResponse returned(@Nullable Outcome outcome) {
    if (outcome == null) {
      return call.failed(" returned null; it must return what next() or done() gave it");
    }
    if (!outcome.equals(call.firstOutcome().get())) {
      return call.failed(" returned the outcome of another request");
    }
    try {
      return call.answer(outcome);
    } catch (Throwable e) {
      // Also errors: what is printed is the user's, and so may be the code that prints it.
      String sentence = "What the handler " + call.scope().handlerName() + " set has no JSON form";
      call.scope().logger().error(sentence, e);
      return call.failure(KinveyError.runtimeError(sentence));
    }
  }

  /** A throw wins over a completion that was not returned: the work behind it may not be done. */
  private FlexResponse threw(Throwable thrown) {
    Throwable cause = Throwables.unwrapped(thrown);
    call.scope().logger().error(call.sentence(" threw"), cause);
    return call.failure(
        KinveyError.runtimeError(
            stackTraces
                ? Throwables.describeWithStack(cause)
                : call.sentence(" failed; the service's log says why")));
  }
}
