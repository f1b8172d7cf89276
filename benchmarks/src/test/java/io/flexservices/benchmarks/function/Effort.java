package io.flexservices.benchmarks.function;

/**
 * How much is measured.
 *
 * @param rounds of cold starts, each of everybody
 * @param warmRounds of fresh processes for warm calls
 * @param warmUp calls of each kind that do not count
 * @param batches of warm calls, everybody's in turn
 * @param batch calls of each kind in a batch
 * @param drift invocations of the old process
 * @param largeBodies calls with a large body, everybody's in turn
 */
record Effort(
    int rounds, int warmRounds, int warmUp, int batches, int batch, int drift, int largeBodies) {
  static Effort full() {
    return new Effort(11, 2, 10_000, 50, 200, 100_000, 15);
  }

  static Effort quick() {
    return new Effort(3, 1, 2_000, 20, 100, 20_000, 5);
  }
}
