package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plain maps and lists of a view refuse writes, at every depth and in words. */
@SuppressWarnings("unchecked") // the casts are part of what a user would write
class ReadOnlyTest {
  private static final String REFUSAL =
      "What a request brought is read-only. Hand what shall travel on to the completion's setBody"
          + " or setQuery, or to requestContext's setCustomRequestProperty; to change a copy, make"
          + " one with toMap() or toList()";
  private static final String TEXT =
      "{\"a\":1,\"o\":{\"b\":[3,2,{\"c\":3}]},\"l\":[[1],{\"d\":4}]}";

  static Stream<Consumer<Map<String, Object>>> mapWrites() {
    return Stream.of(
        map -> map.put("x", 1),
        map -> map.putAll(Map.of("x", 1)),
        map -> map.putIfAbsent("x", 1),
        map -> map.remove("b"),
        Map::clear,
        map -> map.computeIfAbsent("x", name -> 1),
        map -> map.compute("b", (name, value) -> 1),
        map -> map.merge("b", 1, (one, other) -> other),
        map -> map.replaceAll((name, value) -> 1),
        map -> map.keySet().remove("b"),
        map -> map.values().clear(),
        map -> map.entrySet().removeIf(entry -> true),
        map -> map.entrySet().iterator().next().setValue(1));
  }

  static Stream<Consumer<List<Object>>> listWrites() {
    return Stream.of(
        list -> list.add(1),
        list -> list.add(0, 1),
        list -> list.addAll(List.of(1)),
        list -> list.set(0, 1),
        list -> list.remove(0),
        list -> list.remove((Object) 3L),
        List::clear,
        list -> list.removeIf(item -> true),
        list -> list.replaceAll(item -> 1),
        list -> list.sort((one, other) -> 0),
        list -> list.subList(0, 1).clear(),
        list -> removeFirst(list.iterator()),
        list -> removeFirst(list.listIterator()),
        list -> list.listIterator().add(1));
  }

  @ParameterizedTest
  @MethodSource("mapWrites")
  void refusesWritesToMapsAtEveryDepth(Consumer<Map<String, Object>> write) {
    JsonObject object = TestJson.object(TEXT);
    Map<String, Object> inMap = (Map<String, Object>) object.asMap().get("o");
    Map<String, Object> wrapper =
        (Map<String, Object>) (Map<?, ?>) JsonObject.of(Map.of("b", inMap)).asMap();
    for (Map<String, Object> map : List.of(inMap, wrapper)) {
      refused(() -> write.accept(map));
    }
    assertThat(object).isEqualTo(TestJson.object(TEXT));
  }

  @ParameterizedTest
  @MethodSource("listWrites")
  void refusesWritesToListsAtEveryDepth(Consumer<List<Object>> write) {
    JsonObject object = TestJson.object(TEXT);
    List<Object> inMap = (List<Object>) ((Map<String, Object>) object.asMap().get("o")).get("b");
    refused(() -> write.accept(inMap));
    assertThat(object).isEqualTo(TestJson.object(TEXT));
  }

  @Test
  void refusesWritesToWhatIsReachedByIterating() {
    JsonObject object = TestJson.object(TEXT);
    List<Object> list = (List<Object>) object.asMap().get("l");
    refused(() -> ((List<Object>) list.iterator().next()).add(1));
    refused(() -> ((Map<String, Object>) list.stream().skip(1).findFirst().get()).put("x", 1));
    refused(
        () ->
            object.asMap().values().stream()
                .filter(Map.class::isInstance)
                .forEach(map -> ((Map<String, Object>) map).clear()));
  }

  @Test
  void refusesWritesToTheNames() {
    assertThatThrownBy(() -> TestJson.object(TEXT).names().remove("a"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void readsAsThePlainValues() {
    assertThat(TestJson.object(TEXT).asMap()).isEqualTo(Json.parse(TEXT));
    assertThat(TestJson.array("[1,{\"a\":[2]}]").asList()).isEqualTo(Json.parse("[1,{\"a\":[2]}]"));
  }

  @Test
  void showsNestedViewsAsPlainValues() {
    JsonObject mixed = JsonObject.of(Map.of("v", JsonArray.of(List.of(JsonObject.empty()))));
    assertThat(mixed.asMap()).isEqualTo(Map.of("v", List.of(Map.of())));
  }

  private static void removeFirst(Iterator<Object> items) {
    items.next();
    items.remove();
  }

  private static void refused(Runnable write) {
    assertThatThrownBy(write::run)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(REFUSAL);
  }
}
