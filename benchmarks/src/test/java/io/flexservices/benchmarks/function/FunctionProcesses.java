package io.flexservices.benchmarks.function;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A process of each of several contestants; only one of them has work at a time. */
final class FunctionProcesses implements AutoCloseable {
  private final Map<Role, FunctionProcess> processes = new EnumMap<>(Role.class);

  private FunctionProcesses() {}

  static FunctionProcesses start(List<Contestant> contestants, Path log) throws IOException {
    FunctionProcesses all = new FunctionProcesses();
    for (Contestant each : contestants) {
      all.processes.put(each.role(), FunctionProcess.start(each, log));
    }
    return all;
  }

  Set<Role> roles() {
    return processes.keySet();
  }

  FunctionProcess of(Role role) {
    return processes.get(role);
  }

  @Override
  public void close() throws IOException {
    for (FunctionProcess process : processes.values()) {
      process.close();
    }
  }
}
