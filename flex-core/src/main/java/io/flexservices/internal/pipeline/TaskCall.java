package io.flexservices.internal.pipeline;

import io.flexservices.background.BackgroundContext;
import io.flexservices.background.BackgroundTask;
import io.flexservices.completion.Outcome;
import io.flexservices.error.KinveyError;
import io.flexservices.spi.FlexResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at background work: it is answered 200 where the task returned. The answer names the
 * task and the key, whatever came of it, so that a platform's log can.
 */
final class TaskCall extends Call {
  private final BackgroundContext context;
  private final BackgroundTask task;

  TaskCall(CallScope scope, BackgroundContext context, BackgroundTask task) {
    super(scope, "The background task " + context.name() + " ended more than once");
    this.context = context;
    this.task = task;
  }

  @Override
  void begin(RunningCall running) throws Exception {
    task.run(context, scope().modules());
    running.ended(completions().data().ok().done());
  }

  @Override
  FlexResponse print(Outcome outcome) {
    return Answers.json(outcome.status(), named(new LinkedHashMap<>()));
  }

  @Override
  FlexResponse printFailure(KinveyError error) {
    return Answers.json(error.status(), named(error.toJson()));
  }

  private Map<String, @Nullable Object> named(Map<String, @Nullable Object> answer) {
    answer.put("task", context.name());
    answer.put("key", context.key());
    return answer;
  }
}
