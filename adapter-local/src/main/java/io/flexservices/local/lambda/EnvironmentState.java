package io.flexservices.local.lambda;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far an environment is: starting, ready since its process asked for an event or to be restored
 * for one, ended. What ends it also ends the events that it has. Safe for several threads.
 */
final class EnvironmentState {
  private final String handler;
  private final Consumer<String> log;
  private final CompletableFuture<Boolean> started = new CompletableFuture<>();
  private final Set<Invocation> running = new HashSet<>();
  private Result.@Nullable Failure end;

  /**
   * The state of an environment that starts.
   *
   * @param handler the name of its handler, for the log
   * @param log takes the sentence that says why it ended
   */
  EnvironmentState(String handler, Consumer<String> log) {
    this.handler = handler;
    this.log = log;
  }

  /** Completes with true once the process asked for an event, with false when it ended before. */
  CompletableFuture<Boolean> started() {
    return started;
  }

  /** The process asks for an event, or to be restored for one. */
  void polled() {
    started.complete(true);
  }

  /** The process tells that its handler cannot be constructed. */
  void failedToStart(byte[] error) {
    end(
        new Result.Failure(Result.Kind.INIT, error),
        "The handler " + handler + " cannot be constructed: " + describe(error));
  }

  /** The process tells that a hook of its own failed after it was restored. */
  void failedToRestore(byte[] error) {
    end(
        new Result.Failure(Result.Kind.INIT, error),
        "The function failed after it was restored from its snapshot: " + describe(error));
  }

  /** The process has ended. */
  void exited(int status) {
    if (started.getNow(false)) {
      String sentence = "The function's process ended with status " + status;
      end(Result.Failure.of(Result.Kind.EXIT, "Runtime.ExitError", sentence), sentence);
    } else {
      String sentence =
          "The function's process ended with status %d before it asked for an event"
              .formatted(status);
      end(Result.Failure.of(Result.Kind.INIT, "Runtime.ExitError", sentence), sentence);
    }
  }

  /** Ends it, for the first time only. */
  synchronized void end(Result.Failure failure, String sentence) {
    if (end != null) {
      return;
    }
    end = failure;
    if (failure.kind() != Result.Kind.STOPPED) {
      log.accept(sentence);
    }
    started.complete(false);
    running.forEach(invocation -> invocation.end(failure));
  }

  synchronized boolean hasEnded() {
    return end != null;
  }

  /** Whether an event that is waiting may go to another environment: this one was of use once. */
  boolean wasReady() {
    return started.getNow(false);
  }

  /** Takes an event in; one that comes too late has the environment's end for a result. */
  synchronized void begin(Invocation invocation) {
    running.add(invocation);
    if (end != null) {
      invocation.end(end);
    }
  }

  /** Lets go of an event. */
  synchronized void finish(Invocation invocation) {
    running.remove(invocation);
  }

  private static String describe(byte[] error) {
    try {
      if (Json.parse(error) instanceof Map<?, ?> members) {
        return members.get("errorType") + ": " + members.get("errorMessage");
      }
    } catch (JsonException e) {
      // Said below: whatever the process sent, it was no error that one could read.
    }
    return "its process does not say why";
  }
}
