package io.flexservices.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words that figures stand with: which machine, and how busy it was. */
public final class Machine {
  private Machine() {}

  /**
   * A line: the date, processor, cores, kernel, what others had to do, and what runs.
   *
   * @param runtimes as {@link Runtimes} names them
   */
  public static String words(List<String> runtimes) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(LocalDate.now(ZoneOffset.UTC).toString());
    words.add(processor());
    words.add(Runtime.getRuntime().availableProcessors() + " cores");
    words.add(System.getProperty("os.name") + " " + System.getProperty("os.version"));
    words.add("load before " + load());
    words.addAll(runtimes);
    return String.join(", ", words);
  }

  private static String processor() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  /** Of the minute before: on a machine that does nothing else it is less than one. */
  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
  }
}
