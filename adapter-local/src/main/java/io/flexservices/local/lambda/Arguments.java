package io.flexservices.local.lambda;

import io.flexservices.local.internal.CommandLine;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads the command line of {@link LocalLambdaMain}. */
final class Arguments {
  static final String USAGE =
      """
      usage: LocalLambdaMain --jar FILE | --bundle DIRECTORY --handler NAME
                             --source SOURCE [--port N] [--timeout-ms N]
                             [--platform-limits] [--concurrency N] [--max-concurrency N]
                             [--snapstart] [--freeze] [--verify-signatures]
                             [--async-retry-ms N]... [--jvm-option OPTION]...
        --jar              the deployable jar; or a class path of several entries
        --bundle           in place of a jar: a directory with an executable bootstrap, which
                           brings its own runtime
        --handler          package.Class::method
        --source           one of %s
        --port             of the HTTP front; without it any that is free
        --timeout-ms       how long the function has for a request; 60000
        --platform-limits  refuse what the platform would refuse
        --concurrency      how many environments run side by side; 1
        --max-concurrency  how many events one environment has at once, as on Lambda Managed
                           Instances; without it one
        --snapstart        call the function's hooks around a snapshot, as SnapStart does;
                           it goes on from there with the first request
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
          "--bundle",
          "--handler",
          "--source",
          "--port",
          "--timeout-ms",
          "--concurrency",
          "--max-concurrency",
          "--async-retry-ms",
          "--jvm-option");

  private static final List<String> WITHOUT_VALUE =
      List.of("--platform-limits", "--snapstart", "--freeze", "--verify-signatures");

  private final CommandLine line;

  private Arguments(CommandLine line) {
    this.line = line;
  }

  /**
   * The options that a command line stands for.
   *
   * @throws IllegalArgumentException where it is wrong; the message says how
   */
  static LocalLambdaOptions parse(
      String[] arguments, Map<String, String> environment, PrintStream log) {
    CommandLine line = CommandLine.of(arguments, WITH_VALUE, WITHOUT_VALUE);
    Arguments read = new Arguments(line);
    return LocalLambdaOptions.builder(
            read.code(), line.required("--handler"), EventSource.of(line.required("--source")))
        .customRuntime(line.has("--bundle"))
        .port(read.number("--port", 0))
        .timeout(Duration.ofMillis(read.number("--timeout-ms", 60_000)))
        .platformLimits(line.has("--platform-limits"))
        .concurrency(read.number("--concurrency", 1))
        .maxConcurrency(read.number("--max-concurrency", 0))
        .snapStart(line.has("--snapstart"))
        .freeze(line.has("--freeze"))
        .verifySignatures(line.has("--verify-signatures"))
        .asyncRules(read.asyncRules())
        .jvmOptions(line.all("--jvm-option"))
        .environment(environment)
        .log(log)
        .build();
  }

  private List<Path> code() {
    if (!line.has("--bundle")) {
      return classPath();
    }
    if (line.has("--jar")) {
      throw new IllegalArgumentException("--jar and --bundle exclude each other");
    }
    return List.of(Path.of(line.required("--bundle")));
  }

  private List<Path> classPath() {
    return Arrays.stream(line.required("--jar").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  private AsyncRules asyncRules() {
    List<String> given = line.all("--async-retry-ms");
    return given.isEmpty()
        ? AsyncRules.LAMBDA
        : AsyncRules.LAMBDA.withWaits(
            given.stream()
                .map(text -> Duration.ofMillis(number("--async-retry-ms", text)))
                .toList());
  }

  private int number(String name, int otherwise) {
    return line.has(name) ? number(name, line.required(name)) : otherwise;
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is no whole number: " + text, e);
    }
  }
}
