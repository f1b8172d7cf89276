package io.flexservices.local.lambda;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stops a function's process while it has nothing to do, as Lambda does: from when it has asked for
 * an event and there is none, which is also the end of its start, until there is one. Source:
 * Lambda's developer guide, "Understanding the Lambda execution environment lifecycle".
 *
 * <p>Safe for several threads.
 */
final class Freezer {
  private static final long SIGNAL_SECONDS = 10;

  private final boolean isOn;
  private final Consumer<String> log;
  private @Nullable Process process;
  private boolean asks;
  private boolean busy;
  private boolean frozen;

  /** One that does something only where it is on. */
  Freezer(boolean isOn, Consumer<String> log) {
    this.isOn = isOn;
    this.log = log;
  }

  /**
   * This is the process. A stopped one would not notice the end of this process and stay for good,
   * so another lets it go on then: it waits for the end of its input, which this process holds.
   */
  synchronized void watch(Process started) throws IOException {
    process = started;
    if (isOn) {
      Process guard =
          new ProcessBuilder("sh", "-c", "cat > /dev/null; kill -CONT " + started.pid())
              .redirectErrorStream(true)
              .start();
      started.onExit().thenAccept(ended -> close(guard));
    }
    freezeIfIdle();
  }

  /** The process asks for an event, and there is none. */
  synchronized void asked() {
    asks = true;
    freezeIfIdle();
  }

  /** There is an event, which the process will be given. */
  synchronized void begin() {
    busy = true;
    if (frozen) {
      signal("CONT");
      frozen = false;
    }
  }

  /** The process is given it. */
  synchronized void given() {
    asks = false;
  }

  /** The event has its result. */
  synchronized void end() {
    busy = false;
    freezeIfIdle();
  }

  private void freezeIfIdle() {
    if (isOn && asks && !busy && !frozen && process != null && process.isAlive()) {
      frozen = signal("STOP");
    }
  }

  private boolean signal(String name) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return kill.waitFor(SIGNAL_SECONDS, TimeUnit.SECONDS) && kill.exitValue() == 0;
    } catch (IOException e) {
      log.accept("The function's process cannot be sent SIG" + name + ": " + e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void close(Process guard) {
    try {
      guard.getOutputStream().close();
    } catch (IOException e) {
      // It has ended already.
    }
  }

  private long pid() {
    return process == null ? -1 : process.pid();
  }
}
