package io.flexservices.internal.pipeline;

import io.flexservices.auth.AsyncAuthHandler;
import io.flexservices.auth.AuthContext;
import io.flexservices.completion.Outcome;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A login; its answer is the outcome's body, which has OAuth's form. */
final class AuthCall extends Call {
  private final AuthContext context;
  private final AsyncAuthHandler handler;

  AuthCall(CallScope scope, AuthContext context, AsyncAuthHandler handler) {
    super(
        scope,
        "Invoked done() or next() more than once to the same FlexAuth request in handler \""
            + context.handlerName()
            + "\"");
    this.context = context;
    this.handler = handler;
  }

  @Override
  @Nullable CompletionStage<Outcome> begin() throws Exception {
    return handler.handle(context, completions().auth(), scope().modules());
  }

  @Override
  FlexResponse print(Outcome outcome) {
    return Answers.json(outcome.status(), outcome.isNext(), outcome.body());
  }
}
