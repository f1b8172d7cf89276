package io.flexservices.local.bundle;

import io.flexservices.local.internal.CommandLine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  private static final String HANDLER = "io.flexservices.aws.FlexLambdaHandler::handleRequest";

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
    System.exit(run(arguments, System.getenv(), System.err));
  }

  private static int run(String[] arguments, Map<String, String> environment, PrintStream log) {
    try {
      LambdaBundle.build(parse(arguments, environment, log));
      return 0;
    } catch (IllegalArgumentException e) {
      log.println(e.getMessage());
      return 2;
    } catch (IllegalStateException | IOException e) {
      log.println(e.getMessage());
      return 1;
    }
  }

  /** What a command line stands for. An argument whose value is empty counts as not given. */
  static LambdaBundleOptions parse(
      String[] arguments, Map<String, String> environment, PrintStream log) {
    CommandLine line;
    try {
      line = CommandLine.of(arguments, WITH_VALUE, List.of());
      return new LambdaBundleOptions(
          Path.of(line.required("--jar")),
          line.has("--handler") ? line.required("--handler") : HANDLER,
          Architecture.of(line.required("--architecture")),
          Path.of(line.required("--output")),
          path(line, "--jdk"),
          modules(line),
          path(line, "--events"),
          environment(line, environment),
          log);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + System.lineSeparator() + USAGE, e);
    }
  }

  private static @Nullable Path path(CommandLine line, String name) {
    return line.has(name) && !line.required(name).isEmpty() ? Path.of(line.required(name)) : null;
  }

  private static List<String> modules(CommandLine line) {
    return line.all("--modules").stream()
        .flatMap(names -> Arrays.stream(names.split(",")))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Little of this process's own, which may hold what is secret and differs between machines. */
  private static Map<String, String> environment(CommandLine line, Map<String, String> own) {
    Map<String, String> all = new HashMap<>();
    all.put("PATH", own.getOrDefault("PATH", "/usr/bin:/bin"));
    for (String variable : line.all("--environment")) {
      int equals = variable.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("--environment is not NAME=VALUE: " + variable);
      }
      all.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return all;
  }
}
