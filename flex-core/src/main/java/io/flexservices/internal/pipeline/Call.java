package io.flexservices.internal.pipeline;

import io.flexservices.completion.Completions;
import io.flexservices.completion.FirstOutcome;
import io.flexservices.completion.Outcome;
import io.flexservices.error.KinveyError;
import io.flexservices.log.JsonLogger;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One request for one handler: how it begins, and how its outcomes look on the wire. */
abstract class Call {
  private final String handlerName;
  private final JsonLogger logger;
  private final FirstOutcome firstOutcome;
  private final boolean stackTraces;

  Call(String handlerName, String completedTwice, JsonLogger logger, boolean stackTraces) {
    this.handlerName = handlerName;
    this.logger = logger;
    this.firstOutcome = new FirstOutcome(completedTwice, logger);
    this.stackTraces = stackTraces;
  }

  /** Calls the handler, on whatever thread this runs. */
  abstract CompletionStage<Outcome> begin() throws Exception;

  /** The answer that an outcome is. */
  abstract FlexResponse answer(Outcome outcome);

  /** The answer where there is no outcome; nothing else of Kinvey's pipeline shall run. */
  FlexResponse failure(KinveyError error) {
    return Answers.json(error.status(), false, error.toJson());
  }

  /** The answer to a request that is wrong in itself. */
  FlexResponse refused(KinveyError error) {
    return failure(error);
  }

  /** What is wrong with the request in itself, told once the key is checked; null for nothing. */
  @Nullable KinveyError refusal() {
    return null;
  }

  /** The handler in words, for the log and for errors. */
  final String handlerName() {
    return handlerName;
  }

  final JsonLogger logger() {
    return logger;
  }

  final FirstOutcome firstOutcome() {
    return firstOutcome;
  }

  final Completions completions() {
    return new Completions(firstOutcome, stackTraces);
  }
}
