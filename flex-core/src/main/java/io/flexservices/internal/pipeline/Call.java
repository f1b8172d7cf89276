package io.flexservices.internal.pipeline;

import io.flexservices.completion.Completions;
import io.flexservices.completion.FirstOutcome;
import io.flexservices.completion.Outcome;
import io.flexservices.error.KinveyError;
import io.flexservices.spi.FlexResponse;
import org.jspecify.annotations.Nullable;

/** One request for one handler: how it begins, and how its outcomes look on the wire. */
abstract class Call {
  private final CallScope scope;
  private final FirstOutcome firstOutcome;

  Call(CallScope scope, String completedTwice) {
    this.scope = scope;
    this.firstOutcome = new FirstOutcome(completedTwice, scope.logger());
  }

  /**
   * Calls the handler, on whatever thread this runs, and says there what it gives: its outcome, or
   * a stage of it. A careless one gives null.
   */
  abstract void begin(RunningCall running) throws Exception;

  /** The answer that an outcome is; an error where that is larger than what can be carried. */
  final FlexResponse answer(Outcome outcome) {
    FlexResponse answer = print(outcome);
    FlexResponse sent = scope.delivery().of(answer);
    String overTheLimit = scope.delivery().overTheLimit(answer, sent);
    return overTheLimit == null ? sent : tooLarge(overTheLimit);
  }

  /** The answer where there is no outcome; nothing else of Kinvey's pipeline shall run. */
  final FlexResponse failure(KinveyError error) {
    FlexResponse failure = printFailure(error);
    return scope.delivery().carries(failure) ? failure : printWithoutEcho(error);
  }

  /** The answer to a request that is wrong in itself. */
  final FlexResponse refused(KinveyError error) {
    FlexResponse refusal = printRefusal(error);
    return scope.delivery().carries(refusal) ? refusal : printWithoutEcho(error);
  }

  abstract FlexResponse print(Outcome outcome);

  FlexResponse printFailure(KinveyError error) {
    return Answers.failure(error);
  }

  FlexResponse printRefusal(KinveyError error) {
    return printFailure(error);
  }

  /** A failure without anything that the request brought, which may be what makes it too large. */
  FlexResponse printWithoutEcho(KinveyError error) {
    return Answers.failure(error);
  }

  /** What is wrong with the request in itself; null for nothing. */
  @Nullable KinveyError refusal() {
    return null;
  }

  /** As {@link #failure}, for what the handler itself did; the log says it too. */
  final FlexResponse failed(String what) {
    String sentence = sentence(what);
    scope.logger().error(sentence);
    return failure(KinveyError.runtimeError(sentence));
  }

  /** A sentence about the handler. */
  final String sentence(String what) {
    return "The handler " + scope.handlerName() + what;
  }

  private FlexResponse tooLarge(String overTheLimit) {
    String sentence = "The answer of the handler " + scope.handlerName() + overTheLimit;
    scope.logger().error(sentence);
    return printWithoutEcho(KinveyError.runtimeError(sentence));
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
