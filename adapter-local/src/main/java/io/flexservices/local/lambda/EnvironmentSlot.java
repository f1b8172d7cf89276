package io.flexservices.local.lambda;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A place for one environment, which is replaced when it has ended. Safe for several threads. */
final class EnvironmentSlot implements AutoCloseable {
  private final Launcher launcher;
  private @Nullable Environment environment;
  private boolean closed;

  EnvironmentSlot(Launcher launcher) {
    this.launcher = launcher;
  }

  /** Starts an environment. */
  interface Launcher {
    /** Starts one, without waiting until it is ready. */
    Environment launch() throws IOException;
  }

  /** Starts an environment where there is none; says when it is ready, or that it ended before. */
  CompletableFuture<Boolean> warmUp() throws IOException {
    Environment live = live();
    return live == null ? CompletableFuture.completedFuture(false) : live.started();
  }

  /**
   * Runs an event.
   *
   * @throws IOException where no process can be started
   */
  Result invoke(String id, byte[] event) throws IOException, InterruptedException {
    for (Environment live = live(); live != null; live = live()) {
      Optional<Result> result = live.invoke(id, event);
      if (result.isPresent()) {
        replaceEnded(result.get());
        return result.get();
      }
    }
    return stopped();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (environment != null) {
      environment.close();
    }
  }

  /** The answer to events that come while the runtime stops. */
  static Result stopped() {
    return Result.Failure.of(
        Result.Kind.STOPPED, "Sandbox.Stopped", Result.Kind.STOPPED.sentence());
  }

  /** The next event shall not wait for a new process, unless that would fail in the same way. */
  private void replaceEnded(Result result) throws IOException {
    if (!(result instanceof Result.Failure failure && failure.kind() == Result.Kind.INIT)) {
      live();
    }
  }

  private synchronized @Nullable Environment live() throws IOException {
    if (closed) {
      return null;
    }
    if (environment != null && environment.hasEnded()) {
      environment.close();
      environment = null;
    }
    if (environment == null) {
      environment = launcher.launch();
    }
    return environment;
  }
}
