package io.flexservices.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Linux counts of a process, in {@code /proc}.
 *
 * @param pid the process's number; it has to run
 */
public record ProcessFigures(long pid) {
  /**
   * What each of its threads has had of a processor, in nanoseconds: what counts where other
   * programs run as well.
   */
  public Map<Path, Long> processorTimes() throws IOException {
    List<Path> threads;
    try (Stream<Path> all = Files.list(directory().resolve("task"))) {
      threads = all.toList();
    }
    Map<Path, Long> times = new HashMap<>();
    for (Path thread : threads) {
      String spent = Files.readString(thread.resolve("schedstat"));
      times.put(thread, Long.parseLong(spent.substring(0, spent.indexOf(' '))));
    }
    return times;
  }

  /** The milliseconds of a processor since then, of the threads that there are now. */
  public double processorMillisSince(Map<Path, Long> before) throws IOException {
    long nanos = 0;
    for (Map.Entry<Path, Long> thread : processorTimes().entrySet()) {
      nanos += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
    }
    return nanos / 1e6;
  }

  /** The same since its start. */
  public double processorMillis() throws IOException {
    return processorMillisSince(Map.of());
  }

  /** The bytes of memory that are resident. */
  public long residentBytes() throws IOException {
    return Files.readAllLines(directory().resolve("status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
        .findFirst()
        .orElseThrow(() -> new IOException("Linux does not say how much memory a process has"));
  }

  /** The same in megabytes of 1,048,576 bytes. */
  public double residentMegabytes() throws IOException {
    return residentBytes() / (double) (1 << 20);
  }

  private Path directory() {
    return Path.of("/proc", Long.toString(pid));
  }
}
