package io.flexservices.internal.pipeline;

import io.flexservices.completion.Outcome;
import io.flexservices.error.KinveyError;
import io.flexservices.functions.AsyncFunctionHandler;
import io.flexservices.functions.FunctionContext;
import io.flexservices.functions.HookType;
import io.flexservices.log.JsonLogger;
import io.flexservices.modules.Modules;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A hook or an endpoint. Its answer is an envelope with the request and the response as they are to
 * go on, whatever became of the handler.
 */
final class FunctionCall extends Call {
  private final FunctionContext context;
  private final FunctionTask task;
  private final AsyncFunctionHandler handler;
  private final Modules modules;

  FunctionCall(
      String handlerName,
      FunctionContext context,
      FunctionTask task,
      AsyncFunctionHandler handler,
      Modules modules,
      JsonLogger logger,
      boolean stackTraces) {
    super(handlerName, completedTwice(context), logger, stackTraces);
    this.context = context;
    this.task = task;
    this.handler = handler;
    this.modules = modules;
  }

  @Override
  @Nullable KinveyError refusal() {
    return task.refusal();
  }

  @Override
  CompletionStage<Outcome> begin() throws Exception {
    return handler.handle(context, completions().function(), modules);
  }

  @Override
  FlexResponse answer(Outcome outcome) {
    Envelope envelope = new Envelope(task, modules.tempObjectStore().getAll());
    if (!outcome.isNext()) {
      envelope.responseBody(outcome.body());
    } else {
      envelope.customRequestProperties(modules.requestContext().getCustomRequestProperties());
      if (context.hookType() == HookType.PRE) {
        envelope.changedRequest(outcome.body(), outcome.query());
      } else {
        envelope.responseBody(outcome.body());
      }
    }
    return envelope.answer(outcome.status(), outcome.isNext());
  }

  @Override
  FlexResponse failure(KinveyError error) {
    return envelope(error).answer(error.status(), false);
  }

  @Override
  FlexResponse refused(KinveyError error) {
    return envelope(error).refusal(error.status());
  }

  private Envelope envelope(KinveyError error) {
    Envelope envelope = new Envelope(task, modules.tempObjectStore().getAll());
    envelope.responseBody(error.toJson());
    return envelope;
  }

  private static String completedTwice(FunctionContext context) {
    return "Invoked done() or next() more than once to the same Flex Functions request to \"%s\""
        .formatted(context.functionName());
  }
}
