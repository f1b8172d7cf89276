package io.flexservices.internal.pipeline;

import io.flexservices.completion.Outcome;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.data.DataContext;
import io.flexservices.log.JsonLogger;
import io.flexservices.modules.Modules;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.CompletionStage;

/** A data event; its answer is the outcome's body. */
final class DataCall extends Call {
  private final DataContext context;
  private final AsyncDataHandler handler;
  private final Modules modules;

  DataCall(
      String handlerName,
      DataContext context,
      AsyncDataHandler handler,
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
    return handler.handle(context, completions().data(), modules);
  }

  @Override
  FlexResponse answer(Outcome outcome) {
    return Answers.json(outcome.status(), outcome.isNext(), Answers.body(outcome.body()));
  }

  private static String completedTwice(DataContext context) {
    return "Invoked done() or next() more than once to the same Flex Data handler %s for %s"
        .formatted(context.method(), context.serviceObjectName());
  }
}
