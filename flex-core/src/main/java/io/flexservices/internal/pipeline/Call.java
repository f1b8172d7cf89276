package io.flexservices.internal.pipeline;

import io.flexservices.completion.Completions;
import io.flexservices.completion.FirstOutcome;
import io.flexservices.completion.Outcome;
import io.flexservices.error.KinveyError;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One request for one handler: how it begins, and how its outcomes look on the wire. */
abstract class Call {
  private final CallScope scope;
  private final FirstOutcome firstOutcome;

  Call(CallScope scope, String completedTwice) {
    this.scope = scope;
    this.firstOutcome = new FirstOutcome(completedTwice, scope.logger());
  }

  /** Calls the handler, on whatever thread this runs; a careless one returns null. */
  abstract @Nullable CompletionStage<Outcome> begin() throws Exception;

  /** The answer that an outcome is. */
  abstract FlexResponse answer(Outcome outcome);

  /** The answer where there is no outcome; nothing else of Kinvey's pipeline shall run. */
  FlexResponse failure(KinveyError error) {
    return Answers.failure(error);
  }

  /** The answer to a request that is wrong in itself. */
  FlexResponse refused(KinveyError error) {
    return failure(error);
  }

  /** What is wrong with the request in itself; null for nothing. */
  @Nullable KinveyError refusal() {
    return null;
  }

  final CallScope scope() {
    return scope;
  }

  final FirstOutcome firstOutcome() {
    return firstOutcome;
  }

  final Completions completions() {
    return new Completions(firstOutcome, scope.stackTraces());
  }
}
