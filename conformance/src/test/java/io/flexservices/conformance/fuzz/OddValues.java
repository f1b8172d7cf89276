package io.flexservices.conformance.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Values that programs tend to stumble over. */
final class OddValues {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "null",
          "undefined",
          "true",
          "0",
          "-1",
          "1e1000000000",
          "NaN",
          "{}",
          "[]",
          "[[[",
          "{\"a\":",
          "{\"x\":{\"$regex\":\"(a+)+$\"}}",
          "{\"$or\":[{\"$and\":[{}]}]}",
          "\\",
          "\"",
          "'",
          "%",
          "%2F",
          "%zz",
          "%C3%28",
          "%00",
          "+",
          "/",
          "//",
          "/../..",
          "?",
          "&=&",
          "a[b][c][d][e][f][g]",
          "a[]",
          "a[20]",
          "__proto__",
          "\u0000",
          "\r\nX-Injected: 1",
          "\t",
          "\u0085\u2028\u2029",
          "\ud800",
          "\udc00\ud800",
          "\ud83d\ude00",
          "\ufeff",
          "ä€İı",
          "Basic Og==",
          "Basic !!!",
          "Kinvey x",
          "Bearer",
          "https://baas.kinvey.com",
          "http://127.0.0.1:1",
          "application/json; charset=utf-16",
          "text/plain",
          "pre",
          "post",
          "customEndpoint",
          "_count",
          "ISODate(\"2026-01-01T00:00:00.000Z\")");

  private final RandomGenerator random;

  OddValues(RandomGenerator random) {
    this.random = random;
  }

  String text() {
    if (random.nextInt(400) == 0) {
      return "x".repeat(random.nextInt(70_000));
    }
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  @Nullable Object value() {
    return switch (random.nextInt(16)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong();
      case 3 -> -random.nextInt(1_000);
      case 4 -> random.nextInt(100, 1_000);
      case 5 -> new BigDecimal("1e1000000000");
      case 6 -> new BigDecimal("-1e-1000000000");
      case 7 -> new BigInteger("9".repeat(random.nextInt(1, 1_010)));
      case 8 -> new BigDecimal("0." + "1".repeat(random.nextInt(1, 400)));
      case 9 -> List.of();
      case 10 -> Map.of();
      case 11 -> Arrays.asList(null, text(), text());
      case 12 -> Map.of(text(), List.of(text()));
      default -> text();
    };
  }

  /** Bytes with a few of them changed, doubled, put in or cut off. */
  byte[] bytes(byte[] given) {
    byte[] bytes = given.clone();
    for (int i = random.nextInt(1, 5); i > 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> bytes = doubled(bytes, at, Math.min(bytes.length, at + random.nextInt(40)));
      }
    }
    return bytes;
  }

  private static byte[] doubled(byte[] bytes, int from, int to) {
    byte[] more = Arrays.copyOf(bytes, bytes.length + to - from);
    System.arraycopy(bytes, from, more, to, bytes.length - from);
    return more;
  }
}
