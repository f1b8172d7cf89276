package io.flexservices.benchmarks.function;

import io.flexservices.benchmarks.function.EventServer.Served;
import io.flexservices.benchmarks.report.ProcessFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A started function, with a Runtime API of its own. Used by one thread. */
final class FunctionProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Contestant contestant;
  private final EventServer server;
  private final Process process;
  private final Path log;

  private FunctionProcess(Contestant contestant, EventServer server, Process process, Path log) {
    this.contestant = contestant;
    this.server = server;
    this.process = process;
    this.log = log;
  }

  static FunctionProcess start(Contestant contestant, Path log) throws IOException {
    EventServer server = EventServer.start();
    return new FunctionProcess(contestant, server, contestant.start(server.address(), log), log);
  }

  /**
   * Sends an event, and waits for the answer.
   *
   * @throws IllegalStateException where the process ends, or takes too long
   */
  Served call(Request request) throws InterruptedException {
    server.offer(request.event());
    for (long second = 0; second < PATIENCE_SECONDS; second++) {
      Served served = server.await(1_000);
      if (served != null) {
        return served;
      }
      if (!process.isAlive()) {
        break;
      }
    }
    throw new IllegalStateException(contestant.role().words() + " gives no answer; see " + log);
  }

  /** As above, and the answer is looked at, where the function looks at the event. */
  void check(Request request) throws InterruptedException {
    byte[] answer = call(request).answer();
    if (contestant.role().answers()) {
      request.check(contestant.role(), answer);
    }
  }

  /** What the system counts of it. */
  ProcessFigures figures() {
    return new ProcessFigures(process.pid());
  }

  /** Asks it to end, and waits for that: a JVM writes its archive then. */
  void terminate() throws InterruptedException {
    process.destroy();
    process.waitFor(5, TimeUnit.MINUTES);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    process.onExit().join();
    server.close();
  }
}
