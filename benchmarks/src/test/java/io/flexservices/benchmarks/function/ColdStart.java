package io.flexservices.benchmarks.function;

import io.flexservices.benchmarks.function.EventServer.Served;
import java.nio.file.Path;
import java.util.Map;

/**
 * A start, and its first two answers.
 *
 * @param first milliseconds from the start of the process to the answer of the first GET
 * @param firstTwo and with the time of the first echo after it
 * @param processor milliseconds of a processor for both
 * @param memory megabytes resident after both
 */
record ColdStart(double first, double firstTwo, double processor, double memory) {
  static ColdStart of(Contestant contestant, Path log) throws Exception {
    Request get = Events.get();
    Request echo = Events.echo();
    long begin = System.nanoTime();
    try (FunctionProcess process = FunctionProcess.start(contestant, log)) {
      double first = (process.call(get).answered() - begin) / 1e6;
      Served second = process.call(echo);
      return new ColdStart(
          first,
          first + second.microseconds() / 1e3,
          process.figures().processorMillis(),
          process.figures().residentMegabytes());
    }
  }

  Map<String, Object> toJson() {
    return Map.of("first", first, "firstTwo", firstTwo, "processor", processor, "memory", memory);
  }
}
