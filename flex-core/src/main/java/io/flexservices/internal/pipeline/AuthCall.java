package io.flexservices.internal.pipeline;

import io.flexservices.auth.AsyncAuthHandler;
import io.flexservices.auth.AuthContext;
import io.flexservices.auth.AuthHandler;
import io.flexservices.completion.AuthCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.spi.FlexResponse;

/** A login; its answer is the outcome's body, which has OAuth's form. */
final class AuthCall extends Call {
  private final AuthContext context;

  /** A {@link AuthHandler}, or an {@link AsyncAuthHandler}. */
  private final Object handler;

  AuthCall(CallScope scope, AuthContext context, Object handler) {
    super(
        scope,
        "Invoked done() or next() more than once to the same FlexAuth request in handler \""
            + context.handlerName()
            + "\"");
    this.context = context;
    this.handler = handler;
  }

  @Override
  void begin(RunningCall running) throws Exception {
    AuthCompletion complete = completions().auth();
    if (handler instanceof AuthHandler blocking) {
      running.ended(blocking.handle(context, complete, scope().modules()));
    } else {
      running.follow(((AsyncAuthHandler) handler).handle(context, complete, scope().modules()));
    }
  }

  @Override
  FlexResponse print(Outcome outcome) {
    return Answers.json(outcome.status(), outcome.isNext(), outcome.body());
  }
}
