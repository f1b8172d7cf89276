package io.flexservices.internal.pipeline;

import io.flexservices.auth.AsyncAuthHandler;
import io.flexservices.auth.AuthContext;
import io.flexservices.completion.Outcome;
import io.flexservices.log.JsonLogger;
import io.flexservices.modules.Modules;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.CompletionStage;

/** A login; its answer is the outcome's body, which has OAuth's form. */
final class AuthCall extends Call {
  private final AuthContext context;
  private final AsyncAuthHandler handler;
  private final Modules modules;

  AuthCall(
      String handlerName,
      AuthContext context,
      AsyncAuthHandler handler,
      Modules modules,
      JsonLogger logger,
      boolean stackTraces) {
    super(handlerName, completedTwice(context), logger, stackTraces);
    this.context = context;
    this.handler = handler;
    this.modules = modules;
  }

  @Override
  CompletionStage<Outcome> begin() throws Exception {
    return handler.handle(context, completions().auth(), modules);
  }

  @Override
  FlexResponse answer(Outcome outcome) {
    return Answers.json(outcome.status(), outcome.isNext(), outcome.body());
  }

  private static String completedTwice(AuthContext context) {
    return "Invoked done() or next() more than once to the same FlexAuth request in handler \"%s\""
        .formatted(context.handlerName());
  }
}
