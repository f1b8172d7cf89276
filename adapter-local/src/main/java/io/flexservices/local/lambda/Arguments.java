package io.flexservices.local.lambda;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the command line of {@link LocalLambdaMain}. */
final class Arguments {
  static final String USAGE =
      """
      usage: LocalLambdaMain --jar FILE --handler NAME --source SOURCE [--port N]
                             [--timeout-ms N] [--platform-limits] [--concurrency N]
                             [--max-concurrency N]
                             [--freeze] [--verify-signatures] [--async-retry-ms N]...
                             [--jvm-option OPTION]...
        --jar              the deployable jar; or a class path of several entries
        --handler          package.Class::method
        --source           one of %s
        --port             of the HTTP front; without it any that is free
        --timeout-ms       how long the function has for a request; 60000
        --platform-limits  refuse what the platform would refuse
        --concurrency      how many environments run side by side; 1
        --max-concurrency  how many events one environment has at once, as on Lambda Managed
                           Instances; without it one
        --freeze           stop the function's process while it has nothing to do
        --verify-signatures
                           take direct invocations only where they are signed by the
                           function's own credentials
        --async-retry-ms   the time before an asynchronous invocation that failed is
                           tried again, for each time; 60000 and 120000
        --jvm-option       of the function's JVM; may be given several times"""
          .formatted(EventSource.words());

  private static final List<String> WITH_VALUE =
      List.of(
          "--jar",
          "--handler",
          "--source",
          "--port",
          "--timeout-ms",
          "--concurrency",
          "--max-concurrency",
          "--async-retry-ms",
          "--jvm-option");

  private static final List<String> WITHOUT_VALUE =
      List.of("--platform-limits", "--freeze", "--verify-signatures");

  private final Map<String, List<String>> values = new HashMap<>();

  private Arguments() {}

  /**
   * The options that a command line stands for.
   *
   * @throws IllegalArgumentException where it is wrong; the message says how
   */
  static LocalLambdaOptions parse(
      String[] arguments, Map<String, String> environment, PrintStream log) {
    Arguments read = new Arguments();
    read.collect(Arrays.asList(arguments));
    return LocalLambdaOptions.builder(
            read.classPath(), read.required("--handler"), EventSource.of(read.required("--source")))
        .port(read.number("--port", 0))
        .timeout(Duration.ofMillis(read.number("--timeout-ms", 60_000)))
        .platformLimits(read.values.containsKey("--platform-limits"))
        .concurrency(read.number("--concurrency", 1))
        .maxConcurrency(read.number("--max-concurrency", 0))
        .freeze(read.values.containsKey("--freeze"))
        .verifySignatures(read.values.containsKey("--verify-signatures"))
        .asyncRules(read.asyncRules())
        .jvmOptions(read.values.getOrDefault("--jvm-option", List.of()))
        .environment(environment)
        .log(log)
        .build();
  }

  private void collect(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      if (WITHOUT_VALUE.contains(name)) {
        values.put(name, List.of());
      } else if (!WITH_VALUE.contains(name)) {
        throw new IllegalArgumentException("there is no argument " + name);
      } else if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(name + " has no value");
      } else {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(arguments.get(++i));
      }
    }
  }

  private List<Path> classPath() {
    return Arrays.stream(required("--jar").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  private AsyncRules asyncRules() {
    List<String> given = values.get("--async-retry-ms");
    return given == null
        ? AsyncRules.LAMBDA
        : AsyncRules.LAMBDA.withWaits(
            given.stream()
                .map(text -> Duration.ofMillis(number("--async-retry-ms", text)))
                .toList());
  }

  private String required(String name) {
    List<String> given = values.get(name);
    if (given == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return given.get(given.size() - 1);
  }

  private int number(String name, int otherwise) {
    return values.containsKey(name) ? number(name, required(name)) : otherwise;
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is no whole number: " + text, e);
    }
  }
}
