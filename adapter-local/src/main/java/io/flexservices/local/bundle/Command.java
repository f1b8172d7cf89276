package io.flexservices.local.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs programs of a JDK. */
final class Command {
  private Command() {}

  /**
   * Runs one to its end, and gives what it printed.
   *
   * @throws IllegalStateException where it fails; the message has what it printed
   */
  static String run(List<String> words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            "%s ended with %d: %s".formatted(words.get(0), status, output.strip()));
      }
      return output;
    } catch (IOException e) {
      throw new IllegalStateException(words.get(0) + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + words.get(0) + " ran", e);
    }
  }
}
