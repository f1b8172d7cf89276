package io.flexservices.local.bundle;

import io.flexservices.local.internal.CommandLine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes {@link ClassData}, as a program.
 *
 * <pre>{@code
 * java -cp ... io.flexservices.local.bundle.ClassDataMain --jar target/service.jar \
 *     --output target/class-data
 * }</pre>
 *
 * <p>It ends with 2 where the command line is wrong or the archive cannot be made of that jar, and
 * with 1 where the training fails.
 */
public final class ClassDataMain {
  static final String USAGE =
      """
      usage: ClassDataMain --jar FILE --output DIRECTORY
                           [--jdk DIRECTORY] [--handler NAME]
                           [--events DIRECTORY] [--environment NAME=VALUE]...
        --jar          the deployable jar, with io.flexservices:adapter-local or
                       io.flexservices:runtime-aws-lambda
        --output       gets the archive, the jar, and what starts them
        --jdk          a JDK 17 or later; without it the one that runs this
        --handler      of a function: package.Class::handleRequest; that of this project
        --events       events that train the service, a file of JSON each
        --environment  of the service in training""";

  private static final List<String> WITH_VALUE =
      List.of("--jar", "--output", "--jdk", "--handler", "--events", "--environment");

  private ClassDataMain() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.exit(
        Program.run(
            () -> ClassData.build(parse(arguments, System.getenv(), System.err)), System.err));
  }

  /** What a command line stands for. An argument whose value is empty counts as not given. */
  static ClassDataOptions parse(
      String[] arguments, Map<String, String> environment, PrintStream log) {
    try {
      CommandLine line = CommandLine.of(arguments, WITH_VALUE, List.of());
      return new ClassDataOptions(
          Path.of(line.required("--jar")),
          Path.of(line.required("--output")),
          Program.path(line, "--jdk"),
          Program.handler(line),
          Program.path(line, "--events"),
          Program.environment(line, environment),
          log);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + System.lineSeparator() + USAGE, e);
    }
  }
}
