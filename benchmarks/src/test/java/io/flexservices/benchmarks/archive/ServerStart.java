package io.flexservices.benchmarks.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.flexservices.benchmarks.report.ProcessFigures;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A start of a server, from its process to its first answer.
 *
 * @param millis how long it took
 * @param processor how long all its threads ran, in milliseconds: what counts where others run too
 * @param rss the memory that it had then, in megabytes
 */
record ServerStart(double millis, double processor, double rss) {
  private static final Pattern PORT = Pattern.compile("Service listening on http://[^\"]*:(\\d+)");
  private static final byte[] REQUEST =
      "GET /widgets/42 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);

  static ServerStart of(List<String> command, Path directory)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("FLEX_"));
    builder.environment().put("FLEX_PORT", "0");
    builder.environment().put("FLEX_HOST", "127.0.0.1");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long begin = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader output = process.inputReader()) {
      ask(port(output.readLine()));
      double millis = (System.nanoTime() - begin) / 1e6;
      ProcessFigures figures = new ProcessFigures(process.pid());
      return new ServerStart(millis, figures.processorMillis(), figures.residentMegabytes());
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private static int port(String line) {
    Matcher port = PORT.matcher(String.valueOf(line));
    if (!port.find()) {
      throw new IllegalStateException("The server does not listen: " + line);
    }
    return Integer.parseInt(port.group(1));
  }

  private static void ask(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(REQUEST);
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      if (!answer.startsWith("HTTP/1.1 200 ")) {
        throw new IllegalStateException("Not what was asked for: " + answer);
      }
    }
  }
}
