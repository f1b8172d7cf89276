package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed is read again as the same value. */
class JsonRandomRoundTripTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void readsWhatItPrinted(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      Object value = value(random, 5);
      assertThat(Json.parse(Json.bytes(value))).isEqualTo(value);
      assertThat(Json.parse(Json.text(value))).isEqualTo(value);
    }
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong();
      case 3 -> BigInteger.ONE.shiftLeft(64).add(new BigInteger(80, random));
      case 4 -> decimal(random);
      case 5, 6 -> text(random);
      case 7 -> list(random, depth);
      default -> map(random, depth);
    };
  }

  /** Always with a fraction or an exponent, since 5.0 and 5 are different plain values. */
  private static BigDecimal decimal(Random random) {
    int scale = random.nextInt(40) - 20;
    return new BigDecimal(new BigInteger(1 + random.nextInt(90), random), scale == 0 ? 1 : scale)
        .negate();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(codePoint(random));
    }
    return text.toString();
  }

  /** Half a surrogate pair is fine in a value, but no name. */
  private static String name(Random random) {
    return text(random).replaceAll("\\p{Cs}", "?");
  }

  private static int codePoint(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(0x80);
      case 1 -> random.nextInt(0x800);
      case 2 -> random.nextInt(0x10000);
      default -> 0x10000 + random.nextInt(0x100000);
    };
  }

  private static List<Object> list(Random random, int depth) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(random, depth - 1));
    }
    return list;
  }

  private static Map<String, Object> map(Random random, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put(name(random), value(random, depth - 1));
    }
    return map;
  }
}
