package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are JSON or nearly so: read and refused as by an implementation of long standing. */
class JsonAgainstJacksonTest {
  private static final ObjectMapper JACKSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final List<String> SEEDS =
      List.of(
          "{\"a\":[1,-2.50,3e7,4E-2,true,false,null],\"b\":{\"c\":\"x\\n\\u20ac\\\\\\\"/\"}}",
          " [ { } , [ ] , \"\" , 0 , -0 , 0.0 , 9223372036854775808 ] ",
          "{\"_id\":\"42\",\"price\":1.10,\"tags\":[\"é\",\"\uD83D\uDE00\",\"\\ud83d\\ude00\"]}",
          "\"\\b\\f\\n\\r\\t\\/\\u0000\"",
          "-123456789012345678",
          "[[[[1]]],{\"a\":{\"a\":{\"a\":2}}}]");

  private static final String CHARACTERS =
      "{}[]\",:.eE+-0123456789tfnrualse\\/ \n\t\r\u0001é\u00a0";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesOnMutatedTexts(long seed) {
    Random random = new Random(seed);
    int valid = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
      String read = read(text);
      assertThat(read).as(text).isEqualTo(readByJackson(text));
      valid += read.equals("refused") ? 0 : 1;
    }
    assertThat(valid).isBetween(2_000, 18_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void printsWhatJacksonReads(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Object value = Map.of("text", text(random), "list", List.of(random.nextLong(), text(random)));
      assertThat(JACKSON.readValue(Json.bytes(value), Object.class)).isEqualTo(value);
    }
  }

  private static String read(String text) {
    try {
      return described(Json.parse(text));
    } catch (JsonException e) {
      return "refused";
    }
  }

  private static String readByJackson(String text) {
    try {
      return described(JACKSON.readValue(text, Object.class));
    } catch (JacksonException | NumberFormatException e) { // the latter for huge exponents
      return "refused";
    }
  }

  /** With the types of its numbers but int, which is long here, and in the order of its members. */
  private static String described(Object value) {
    if (value instanceof Map<?, ?> map) {
      StringBuilder text = new StringBuilder("{");
      map.forEach((name, member) -> text.append(name).append('=').append(described(member)));
      return text.append('}').toString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonAgainstJacksonTest::described).toList().toString();
    }
    Object same = value instanceof Integer integer ? (Object) integer.longValue() : value;
    return same + (same == null ? "" : ":" + same.getClass().getSimpleName());
  }

  private static String mutated(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(mutated.length());
      char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
      switch (random.nextInt(4)) {
        case 0 -> mutated.setCharAt(at, other);
        case 1 -> mutated.insert(at, other);
        case 2 -> mutated.insert(at, mutated.substring(at, Math.min(at + 3, mutated.length())));
        default -> mutated.deleteCharAt(at);
      }
      if (mutated.isEmpty()) {
        return "";
      }
    }
    return mutated.toString();
  }

  private static String text(Random random) {
    List<Integer> points = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      int point = random.nextInt(random.nextBoolean() ? 0x100 : 0x110000);
      points.add(point >= 0xD800 && point < 0xE000 ? point - 0x2000 : point);
    }
    StringBuilder text = new StringBuilder();
    points.forEach(text::appendCodePoint);
    return text.toString();
  }
}
