package io.flexservices.benchmarks.joins;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * Prints how many bytes of heap one run of a join takes at its peak, beyond the records in memory.
 * To be run with a small young generation, so that garbage does not count for long.
 */
final class PeakHeap {
  private PeakHeap() {}

  public static void main(String[] arguments) throws Exception {
    JoinCase joinCase = JoinCase.of(arguments[0], JoinData.of(Integer.parseInt(arguments[1])));
    System.gc();
    long before = used(false);
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    Object result = joinCase.run(joinCase.context());
    long peak = used(true) - before;
    System.out.println(result == null ? -1 : peak);
  }

  private static long used(boolean peak) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> (peak ? pool.getPeakUsage() : pool.getUsage()).getUsed())
        .sum();
  }
}
