package io.flexservices.benchmarks.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The process of a function, as the system sees it: Linux's {@code /proc}. */
record FunctionProcess(Path directory) {
  /** The only Java process that this one has started. */
  static FunctionProcess child() {
    List<ProcessHandle> children =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("/java"))
            .toList();
    if (children.size() != 1) {
      throw new IllegalStateException("Not one function but " + children);
    }
    return new FunctionProcess(Path.of("/proc", Long.toString(children.get(0).pid())));
  }

  /**
   * What each of its threads had of processors, in nanoseconds: what counts where other programs
   * run as well.
   */
  Map<Path, Long> processorTimes() throws IOException {
    Map<Path, Long> times = new HashMap<>();
    try (Stream<Path> threads = Files.list(directory.resolve("task"))) {
      for (Path thread : threads.toList()) {
        String spent = Files.readString(thread.resolve("schedstat"));
        times.put(thread, Long.parseLong(spent.substring(0, spent.indexOf(' '))));
      }
    }
    return times;
  }

  /** The milliseconds since then, of the threads that there are now. */
  double processorMillisSince(Map<Path, Long> before) throws IOException {
    long nanos = 0;
    for (Map.Entry<Path, Long> thread : processorTimes().entrySet()) {
      nanos += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
    }
    return nanos / 1e6;
  }

  /** Its resident memory. */
  double megabytes() throws IOException {
    return Files.readAllLines(directory.resolve("status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
