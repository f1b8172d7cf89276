package io.flexservices.benchmarks.server;

import java.util.Arrays;

/**
 * What a load saw of a server.
 *
 * @param requests how many were answered
 * @param nanos how long that took
 * @param median of the times that a request took, in nanoseconds
 * @param p99 the time within which 99 of 100 were answered, in nanoseconds
 */
record Sample(int requests, long nanos, long median, long p99) {
  double perSecond() {
    return requests * 1e9 / nanos;
  }

  /** Collects the times of the requests. For one thread. */
  static final class Recorder {
    private long[] times = new long[1 << 16];
    private int size;

    void add(long nanos) {
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
      }
      times[size++] = nanos;
    }

    Sample sample(long nanos) {
      Arrays.sort(times, 0, size);
      return new Sample(size, nanos, times[size / 2], times[(int) (size * 0.99)]);
    }
  }
}
