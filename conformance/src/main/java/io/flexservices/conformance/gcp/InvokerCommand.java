package io.flexservices.conformance.gcp;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command line and the environment of an invoker's process.
 *
 * @param arguments all but the port
 * @param environment variables beside those of this process
 */
record InvokerCommand(List<String> arguments, Map<String, String> environment) {
  private static final String MAIN = "com.google.cloud.functions.invoker.runner.Invoker";
  private static final String JAR = "invoker/java-function-invoker.jar";

  /** What would change a function's ways if it came from the developer's own shell. */
  private static final List<String> KEPT_OUT =
      List.of("FLEX_", "FUNCTION_", "CLOUD_RUN_", "K_", "PORT");

  InvokerCommand {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * The command for a function.
   *
   * @throws FileNotFoundException where the build has not put the invoker in its place, or where a
   *     part of the class path is missing
   */
  static InvokerCommand of(List<Path> classPath, String target, Map<String, String> environment)
      throws FileNotFoundException {
    Path own = ownClasses();
    Path invoker = existing(own.resolveSibling(JAR));
    List<String> arguments = new ArrayList<>();
    arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    arguments.addAll(List.of("-cp", invoker + File.pathSeparator + own));
    arguments.addAll(List.of(ParentBoundMain.class.getName(), MAIN));
    arguments.addAll(List.of("--classpath", text(classPath), "--target", target, "--port"));
    return new InvokerCommand(arguments, environment);
  }

  /** Starts it; standard error goes where standard output goes. */
  Process start(int port) throws IOException {
    List<String> command = new ArrayList<>(arguments);
    command.add(String.valueOf(port));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> KEPT_OUT.stream().anyMatch(name::startsWith));
    variables.putAll(environment);
    return builder.start();
  }

  private static String text(List<Path> classPath) throws FileNotFoundException {
    for (Path entry : classPath) {
      existing(entry);
    }
    return classPath.stream()
        .map(entry -> entry.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path existing(Path file) throws FileNotFoundException {
    if (!Files.exists(file)) {
      throw new FileNotFoundException(
          file + " is missing; run this first: mvn -q -DskipTests package");
    }
    return file;
  }

  /** The directory or the jar in the module's target directory that this class is in. */
  private static Path ownClasses() {
    try {
      return Path.of(
          InvokerCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
