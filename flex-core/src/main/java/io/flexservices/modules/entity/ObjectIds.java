package io.flexservices.modules.entity;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Ids in the form of MongoDB's ObjectId: 24 hexadecimal digits, of which the first eight are the
 * seconds since 1970.
 *
 * <p>The other sixteen are random in every id. MongoDB's drivers draw them once for a process and
 * count on from there; a function that is restored from a snapshot would then share its ids with
 * every other that is restored from the same one.
 */
final class ObjectIds {
  private final Clock clock;
  private final RandomGenerator random;

  ObjectIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  String next() {
    return digits(clock.instant().getEpochSecond() & 0xFFFF_FFFFL, 8)
        + digits(random.nextLong(), 16);
  }

  private static String digits(long value, int width) {
    String hex = Long.toHexString(value);
    return "0".repeat(width - hex.length()) + hex;
  }
}
