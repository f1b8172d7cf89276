package io.flexservices.completion;

import io.flexservices.log.JsonLogger;
import io.flexservices.testing.MemoryLog;
import java.time.Clock;

/** Completions of one request, and what they logged. */
final class TestCompletions {
  final MemoryLog log = new MemoryLog();
  final FirstOutcome first =
      new FirstOutcome("completed twice", new JsonLogger(log, Clock.systemUTC()));
  final Completions completions;

  TestCompletions(boolean stackTraces) {
    this.completions = new Completions(first, stackTraces);
  }

  static DataCompletion data() {
    return new TestCompletions(false).completions.data();
  }

  static FunctionCompletion function() {
    return new TestCompletions(false).completions.function();
  }

  static AuthCompletion auth() {
    return new TestCompletions(false).completions.auth();
  }
}
