package io.flexservices.internal.pipeline;

import io.flexservices.background.BackgroundContext;
import io.flexservices.background.BackgroundTask;
import io.flexservices.completion.Outcome;
import io.flexservices.spi.FlexResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An attempt at background work: it is answered 200 where the task returned. */
final class TaskCall extends Call {
  private final BackgroundContext context;
  private final BackgroundTask task;

  TaskCall(CallScope scope, BackgroundContext context, BackgroundTask task) {
    super(scope, "The background task " + context.name() + " ended more than once");
    this.context = context;
    this.task = task;
  }

  @Override
  CompletionStage<Outcome> begin() throws Exception {
    task.run(context, scope().modules());
    return CompletableFuture.completedFuture(completions().data().ok().done());
  }

  @Override
  FlexResponse print(Outcome outcome) {
    return Answers.json(outcome.status(), Map.of());
  }
}
