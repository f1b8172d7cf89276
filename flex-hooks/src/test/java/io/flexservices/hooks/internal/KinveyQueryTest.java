package io.flexservices.hooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.json.JsonObject;
import io.flexservices.modules.query.QueryException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinvey's queries as flat ones, and back. */
class KinveyQueryTest {
  @Test
  void readsTextsAndObjectsAlike() {
    JsonObject texts =
        JsonObject.of(
            Map.of(
                "query", "{\"a\":{\"$gt\":1}}",
                "sort", "{\"b\":-1}",
                "limit", "5",
                "skip", " 10 ",
                "fields", "a, b.c,"));
    JsonObject objects =
        JsonObject.of(
            Map.of(
                "query", Map.of("a", Map.of("$gt", 1L)),
                "sort", Map.of("b", -1L),
                "limit", 5L,
                "skip", 10L,
                "fields", List.of("a", "b.c")));
    assertThat(KinveyQuery.flat(texts))
        .isEqualTo(KinveyQuery.flat(objects))
        .isEqualTo(
            Map.of(
                "a", Map.of("$gt", 1L),
                "$sort", Map.of("b", -1L),
                "$limit", 5L,
                "$skip", 10L,
                "$select", List.of("a", "b.c")));
  }

  @Test
  void takesWhatIsEmptyForAbsent() {
    assertThat(KinveyQuery.flat(null)).isEmpty();
    assertThat(
            KinveyQuery.flat(
                JsonObject.of(
                    Map.of("query", " ", "sort", "", "limit", "", "skip", "", "fields", ","))))
        .isEmpty();
  }

  @Test
  void sortsByAFieldThatIsNamedAlone() {
    assertThat(KinveyQuery.flat(JsonObject.of(Map.of("sort", "name"))))
        .isEqualTo(Map.of("$sort", Map.of("name", 1L)));
  }

  @Test
  void keepsWhatIsNoPartOfTheQuery() {
    JsonObject given = JsonObject.of(Map.of("tls", "true", "limit", "5", "query", "{}"));
    assertThat(KinveyQuery.parameters(Map.of("a", 1, "$limit", 6), given))
        .isEqualTo(Map.of("tls", "true", "query", "{\"a\":1}", "limit", "6"));
    assertThat(KinveyQuery.wire(Map.of("$limit", 6), given))
        .isEqualTo(Map.of("tls", "true", "limit", 6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "1", "\"text\"", "null]", "{\"a\":}", "true", "{} {}"})
  void refusesAQueryThatIsNoJsonObject(String text) {
    assertThatThrownBy(() -> KinveyQuery.flat(JsonObject.of(Map.of("query", text))))
        .isInstanceOf(QueryException.class)
        .hasMessageStartingWith("query must be a JSON object");
  }

  @ParameterizedTest
  @CsvSource({
    "limit, many, limit must be a number",
    "limit, 1e9999, limit must be a number",
    "skip, 0x10, skip must be a number",
    "skip, 99999999999999999999, skip must be a number"
  })
  void refusesWhatIsNoNumber(String name, String value, String message) {
    assertThatThrownBy(() -> KinveyQuery.flat(JsonObject.of(Map.of(name, value))))
        .isInstanceOf(QueryException.class)
        .hasMessage(message);
  }

  @Test
  void refusesPartsThatComeTwiceOrAreOfAnotherKind() {
    for (String name : List.of("query", "sort", "limit", "skip")) {
      assertThatThrownBy(() -> KinveyQuery.flat(JsonObject.of(Map.of(name, List.of("1", "2")))))
          .isInstanceOf(QueryException.class)
          .hasMessageStartingWith(name + " must be ");
    }
    assertThatThrownBy(() -> KinveyQuery.flat(JsonObject.of(Map.of("fields", 1))))
        .hasMessage("fields must be names with commas between them");
  }

  @Test
  void refusesModifiersAmongTheConditions() {
    assertThatThrownBy(
            () -> KinveyQuery.flat(JsonObject.of(Map.of("query", "{\"$select\":[\"a\"]}"))))
        .hasMessage("$select is no condition; use fields");
  }

  @Test
  void comesBackAsItWas() {
    Random random = new Random(42);
    for (int i = 0; i < 2_000; i++) {
      Map<String, @Nullable Object> flat = query(random);
      JsonObject wire = JsonObject.of(KinveyQuery.wire(flat, null));
      JsonObject parameters = JsonObject.of(KinveyQuery.parameters(flat, wire));
      assertThat(KinveyQuery.flat(wire)).isEqualTo(flat);
      assertThat(KinveyQuery.flat(parameters)).isEqualTo(flat);
      assertThat(parameters.asMap().values())
          .allSatisfy(v -> assertThat(v).isInstanceOf(String.class));
    }
  }

  private static Map<String, @Nullable Object> query(Random random) {
    Map<String, @Nullable Object> flat = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      flat.put(name(random), value(random, 3));
    }
    if (random.nextBoolean()) {
      flat.put("$limit", (long) random.nextInt(100));
    }
    if (random.nextBoolean()) {
      flat.put("$skip", (long) random.nextInt(100));
    }
    if (random.nextBoolean()) {
      flat.put("$sort", Map.of(name(random), random.nextBoolean() ? 1L : -1L));
    }
    if (random.nextBoolean()) {
      flat.put("$select", List.of("a", "b.c"));
    }
    return flat;
  }

  private static String name(Random random) {
    List<String> names =
        List.of("a", "b.c", "$or", "ä\"\\", "with space", "%2C", "", "\uD83D\uDE00");
    return names.get(random.nextInt(names.size()));
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> random.nextLong();
      case 1 -> name(random);
      case 2 -> random.nextBoolean();
      case 3 -> null;
      case 4 -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("$in", value(random, depth - 1));
        yield map;
      }
    };
  }
}
