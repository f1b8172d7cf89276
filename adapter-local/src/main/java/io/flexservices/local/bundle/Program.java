package io.flexservices.local.bundle;

import io.flexservices.local.internal.CommandLine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the programs of this package have in common. */
final class Program {
  private static final String HANDLER = "io.flexservices.aws.FlexLambdaHandler::handleRequest";

  private Program() {}

  /** What a program does. */
  interface Build {
    /**
     * Does it.
     *
     * @throws IllegalArgumentException where it is asked for what it cannot do
     * @throws IllegalStateException where a step fails
     */
    void run() throws IOException;
  }

  /** Does it, and gives the status that the program ends with. */
  static int run(Build build, PrintStream log) {
    try {
      build.run();
      return 0;
    } catch (IllegalArgumentException e) {
      log.println(e.getMessage());
      return 2;
    } catch (IllegalStateException | IOException e) {
      log.println(e.getMessage());
      return 1;
    }
  }

  /** The value of {@code --handler}; this project's handler where there is none. */
  static String handler(CommandLine line) {
    return line.has("--handler") ? line.required("--handler") : HANDLER;
  }

  /** The value of an argument; null where it is not given or empty. */
  static @Nullable Path path(CommandLine line, String name) {
    return line.has(name) && !line.required(name).isEmpty() ? Path.of(line.required(name)) : null;
  }

  /**
   * The variables of {@code --environment}, and little of this process's own, which may hold what
   * is secret and differs between machines.
   */
  static Map<String, String> environment(CommandLine line, Map<String, String> own) {
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
