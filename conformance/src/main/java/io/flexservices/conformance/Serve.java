package io.flexservices.conformance;

import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Serves the fixture on a target until it is told to stop: {@code conformance/serve TARGET PORT
 * [--secret S] [--previous-secret S] [--timeout-ms N] [--deadline-ms N]}. Prints {@code ready URL}
 * on standard output when the target answers; everything else goes to standard error.
 */
public final class Serve {
  private static final String USAGE =
      "usage: conformance/serve TARGET PORT [--secret S] [--previous-secret S] [--timeout-ms N]"
          + " [--deadline-ms N]\n"
          + "targets: "
          + String.join(", ", Target.labels());

  private Serve() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    try {
      serve(List.of(arguments));
    } catch (IllegalArgumentException e) {
      fail(e.getMessage() + "\n" + USAGE, 2);
    } catch (IllegalStateException e) {
      fail(String.valueOf(e.getMessage()), 1);
    }
  }

  private static void serve(List<String> arguments) {
    if (arguments.size() < 2 || arguments.size() % 2 != 0) {
      throw new IllegalArgumentException(
          "A target and a port are needed, and every option a value");
    }
    Target target = Target.of(arguments.get(0));
    TargetOptions options = TargetOptions.defaults().withPort(number(arguments.get(1), "PORT"));
    for (int i = 2; i < arguments.size(); i += 2) {
      options = with(options, arguments.get(i), arguments.get(i + 1));
    }
    RunningTarget running = target.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop"));
    System.out.println("ready " + running.url());
    untilStopped();
  }

  /** To be told to stop is no failure: the process ends with 0. */
  private static void stop(RunningTarget running) {
    running.close();
    Runtime.getRuntime().halt(0);
  }

  /** Not every target has a thread of its own that keeps this process alive. */
  private static void untilStopped() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static TargetOptions with(TargetOptions options, String name, String value) {
    return switch (name) {
      case "--secret" -> options.withSecret(value);
      case "--previous-secret" -> options.withPreviousSecret(value);
      case "--deadline-ms" -> options.withDeadlineMs(number(value, name));
      case "--timeout-ms" -> options.withTimeoutMs(number(value, name));
      default -> throw new IllegalArgumentException("There is no option " + name);
    };
  }

  private static int number(String text, String what) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(what + " is not a number: " + text);
    }
  }

  private static void fail(String message, int status) {
    System.err.println(message);
    System.exit(status);
  }
}
