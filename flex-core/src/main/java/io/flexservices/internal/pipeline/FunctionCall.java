package io.flexservices.internal.pipeline;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.error.KinveyError;
import io.flexservices.functions.AsyncFunctionHandler;
import io.flexservices.functions.FunctionContext;
import io.flexservices.functions.FunctionHandler;
import io.flexservices.functions.HookType;
import io.flexservices.spi.FlexResponse;
import org.jspecify.annotations.Nullable;

/**
 * A hook or an endpoint. Its answer is an envelope with the request and the response as they are to
 * go on, whatever became of the handler.
 */
final class FunctionCall extends Call {
  private final FunctionContext context;
  private final FunctionTask task;

  /** A {@link FunctionHandler}, or an {@link AsyncFunctionHandler}. */
  private final Object handler;

  FunctionCall(CallScope scope, FunctionContext context, FunctionTask task, Object handler) {
    super(
        scope,
        "Invoked done() or next() more than once to the same Flex Functions request to \""
            + context.functionName()
            + "\"");
    this.context = context;
    this.task = task;
    this.handler = handler;
  }

  @Override
  @Nullable KinveyError refusal() {
    return task.refusal();
  }

  @Override
  void begin(RunningCall running) throws Exception {
    FunctionCompletion complete = completions().function();
    if (handler instanceof FunctionHandler blocking) {
      running.ended(blocking.handle(context, complete, scope().modules()));
    } else {
      running.follow(((AsyncFunctionHandler) handler).handle(context, complete, scope().modules()));
    }
  }

  @Override
  FlexResponse print(Outcome outcome) {
    RequestModules modules = scope().modules();
    Envelope envelope = new Envelope(task, modules.tempObjects());
    if (!outcome.isNext()) {
      envelope.responseBody(outcome.body());
    } else {
      envelope.customRequestProperties(modules.customRequestProperties());
      if (context.hookType() == HookType.PRE) {
        envelope.changedRequest(outcome.body(), outcome.query());
      } else {
        envelope.responseBody(outcome.body());
      }
    }
    return envelope.answer(outcome.status(), outcome.isNext());
  }

  @Override
  FlexResponse printFailure(KinveyError error) {
    return envelope(error).answer(error.status(), false);
  }

  @Override
  FlexResponse printRefusal(KinveyError error) {
    return envelope(error).refusal(error.status());
  }

  @Override
  FlexResponse printWithoutEcho(KinveyError error) {
    Envelope envelope = Envelope.withoutEcho(task);
    envelope.responseBody(error.toJson());
    return envelope.answer(error.status(), false);
  }

  /**
   * With the store as the request brought it: what the handler put there may have no JSON form, or
   * may still be written to by a handler that was given up.
   */
  private Envelope envelope(KinveyError error) {
    Envelope envelope = new Envelope(task, task.tempObjectStore().asMap());
    envelope.responseBody(error.toJson());
    return envelope;
  }
}
