package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar that runs the example on one's own machine, running on a free port. */
record LocalJar(Process process, String url) implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("http://[^\\s\"]+");

  static LocalJar start() throws IOException {
    return start(List.of("-jar", Path.of("target", "flex-example-local.jar").toString()), Map.of());
  }

  /** With arguments of {@code java} that start the jar, and variables. */
  static LocalJar start(List<String> arguments, Map<String, String> variables) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Dflex.port=0");
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().keySet().removeIf(name -> name.startsWith("FLEX_"));
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    BufferedReader output = process.inputReader();
    return new LocalJar(process, url(output.readLine()));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The address in the line that says that the service listens. */
  private static String url(String line) {
    assertThat(line).as("first line of the output").isNotNull();
    Matcher matcher = URL.matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return matcher.group();
  }
}
