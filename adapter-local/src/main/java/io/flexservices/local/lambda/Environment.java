package io.flexservices.local.lambda;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One execution environment: a process with the function in it, and the Runtime API that feeds it.
 * It serves one event at a time, and none after one that ran out of time; or several, as on Lambda
 * Managed Instances, each with a time of its own. Source of that: Lambda's developer guide,
 * "Understanding the Lambda Managed Instances execution environment", "Invoke phase".
 */
final class Environment implements AutoCloseable {
  /** How long a process may take until it asks for its first event. */
  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  private final EnvironmentState state;
  private final RuntimeApi api;
  private final Freezer freezer;
  private final FunctionProcess process;
  private final Duration timeout;
  private final boolean takesSeveral;

  private Environment(
      EnvironmentState state,
      RuntimeApi api,
      Freezer freezer,
      FunctionProcess process,
      LocalLambdaOptions options) {
    this.state = state;
    this.api = api;
    this.freezer = freezer;
    this.process = process;
    this.timeout = options.timeout();
    this.takesSeveral = options.eventsAtOnce() > 1;
  }

  /** Starts the process; does not wait until it is ready. */
  static Environment launch(FunctionCommand command, LocalLambdaOptions options, Clock clock)
      throws IOException {
    EnvironmentState state = new EnvironmentState(options.handler(), options.log()::println);
    Freezer freezer = new Freezer(options.freeze(), options.log()::println);
    RuntimeApi api =
        RuntimeApi.listen(state, freezer, command.function(), options.timeout(), clock);
    try {
      FunctionProcess process =
          FunctionProcess.start(
              command, api.address(), freezer, options.shutdownTime(), options.log());
      process.onExit(state::exited);
      return new Environment(state, api, freezer, process, options);
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }

  /** Completes with true once it is ready, with false when it ended before. */
  CompletableFuture<Boolean> started() {
    return state.started();
  }

  /** Whether it is of no more use. */
  boolean hasEnded() {
    return state.hasEnded();
  }

  /**
   * Runs one event; several threads may, where the environment takes several events.
   *
   * @return the result; empty where the environment had ended before it took the event, so that
   *     another one may run it
   */
  Optional<Result> invoke(String id, byte[] event) throws InterruptedException {
    Invocation invocation = new Invocation(id, event);
    state.begin(invocation);
    freezer.begin();
    try {
      api.offer(invocation);
      Result result = await(invocation);
      boolean wasted = !invocation.isTaken() && state.hasEnded() && state.wasReady();
      return wasted ? Optional.empty() : Optional.of(result);
    } catch (InterruptedException e) {
      if (!takesSeveral) {
        close(); // the function still runs, and nobody waits for it any more
      }
      throw e;
    } finally {
      freezer.end();
      state.finish(invocation);
      if (state.hasEnded()) {
        close();
      }
    }
  }

  /** Ends the process and whatever it has started, at once, and frees the port. */
  @Override
  public void close() {
    String sentence = Result.Kind.STOPPED.sentence();
    state.end(Result.Failure.of(Result.Kind.STOPPED, "Sandbox.Stopped", sentence), sentence);
    process.kill();
    api.close();
  }

  private Result await(Invocation invocation) throws InterruptedException {
    if (!invocation.awaitTaken(START_LIMIT)) {
      String sentence =
          "The function's process did not ask for an event within %d seconds"
              .formatted(START_LIMIT.toSeconds());
      state.end(Result.Failure.of(Result.Kind.INIT, "Sandbox.Timedout", sentence), sentence);
    }
    Result result = invocation.awaitResult(timeout);
    return result != null ? result : timedOut(invocation);
  }

  /** Lambda's own words; a result that came in the last moment counts all the same. */
  private Result timedOut(Invocation invocation) throws InterruptedException {
    String sentence =
        "%s Task timed out after %d.%02d seconds"
            .formatted(invocation.id(), timeout.toSeconds(), timeout.toMillisPart() / 10);
    Result.Failure failure = Result.Failure.of(Result.Kind.TIMEOUT, "Sandbox.Timedout", sentence);
    if (takesSeveral) {
      invocation.end(failure); // the others go on, and so does its thread
    } else {
      state.end(failure, sentence);
    }
    Result result = invocation.awaitResult(Duration.ZERO);
    return result != null ? result : failure;
  }
}
