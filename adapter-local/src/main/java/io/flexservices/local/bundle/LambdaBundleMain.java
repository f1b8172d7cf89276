package io.flexservices.local.bundle;

import io.flexservices.local.internal.CommandLine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Builds a {@link LambdaBundle}, as a program.
 *
 * <pre>{@code
 * java -cp ... io.flexservices.local.bundle.LambdaBundleMain --jar target/service.jar \
 *     --architecture arm64 --output target/lambda
 * }</pre>
 *
 * <p>It ends with 2 where the command line is wrong or the bundle cannot be built here, and with 1
 * where a step fails.
 */
public final class LambdaBundleMain {
  static final String USAGE =
      """
      usage: LambdaBundleMain --jar FILE --architecture x86_64|arm64 --output DIRECTORY
                              [--handler NAME] [--jdk DIRECTORY] [--modules NAMES]
                              [--events DIRECTORY] [--environment NAME=VALUE]...
        --jar           the deployable jar, with io.flexservices:runtime-aws-lambda
        --architecture  of the function, and of this machine
        --output        gets bundle.zip, and the same unpacked in bundle
        --handler       package.Class::handleRequest; that of this project
        --jdk           a JDK 25 or later; without it the one that runs this, or one in
                        /usr/lib/jvm
        --modules       the JDK's modules that the service needs, with commas; without it those
                        that its classes name
        --events        events that train the service, a file of JSON each
        --environment   of the service in training""";

  private static final List<String> WITH_VALUE =
      List.of(
          "--jar",
          "--architecture",
          "--output",
          "--handler",
          "--jdk",
          "--modules",
          "--events",
          "--environment");

  private LambdaBundleMain() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.exit(
        Program.run(
            () -> LambdaBundle.build(parse(arguments, System.getenv(), System.err)), System.err));
  }

  /** What a command line stands for. An argument whose value is empty counts as not given. */
  static LambdaBundleOptions parse(
      String[] arguments, Map<String, String> environment, PrintStream log) {
    CommandLine line;
    try {
      line = CommandLine.of(arguments, WITH_VALUE, List.of());
      return new LambdaBundleOptions(
          Path.of(line.required("--jar")),
          Program.handler(line),
          Architecture.of(line.required("--architecture")),
          Path.of(line.required("--output")),
          Program.path(line, "--jdk"),
          modules(line),
          Program.path(line, "--events"),
          Program.environment(line, environment),
          log);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + System.lineSeparator() + USAGE, e);
    }
  }

  private static List<String> modules(CommandLine line) {
    return line.all("--modules").stream()
        .flatMap(names -> Arrays.stream(names.split(",")))
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
