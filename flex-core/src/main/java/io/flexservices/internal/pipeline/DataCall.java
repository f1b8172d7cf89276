package io.flexservices.internal.pipeline;

import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.data.DataContext;
import io.flexservices.data.DataHandler;
import io.flexservices.spi.FlexResponse;

/** A data event; its answer is the outcome's body. */
final class DataCall extends Call {
  private final DataContext context;

  /** A {@link DataHandler}, or an {@link AsyncDataHandler}. */
  private final Object handler;

  DataCall(CallScope scope, DataContext context, Object handler) {
    super(
        scope,
        "Invoked done() or next() more than once to the same Flex Data handler "
            + context.method()
            + " for "
            + context.serviceObjectName());
    this.context = context;
    this.handler = handler;
  }

  @Override
  void begin(RunningCall running) throws Exception {
    DataCompletion complete = completions().data();
    if (handler instanceof DataHandler blocking) {
      running.ended(blocking.handle(context, complete, scope().modules()));
    } else {
      running.follow(((AsyncDataHandler) handler).handle(context, complete, scope().modules()));
    }
  }

  @Override
  FlexResponse print(Outcome outcome) {
    return Answers.json(outcome.status(), outcome.isNext(), Answers.body(outcome.body()));
  }
}
