package io.flexservices.internal.pipeline;

import io.flexservices.completion.Outcome;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.data.DataContext;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A data event; its answer is the outcome's body. */
final class DataCall extends Call {
  private final DataContext context;
  private final AsyncDataHandler handler;

  DataCall(CallScope scope, DataContext context, AsyncDataHandler handler) {
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
  @Nullable CompletionStage<Outcome> begin() throws Exception {
    return handler.handle(context, completions().data(), scope().modules());
  }

  @Override
  FlexResponse print(Outcome outcome) {
    return Answers.json(outcome.status(), outcome.isNext(), Answers.body(outcome.body()));
  }
}
