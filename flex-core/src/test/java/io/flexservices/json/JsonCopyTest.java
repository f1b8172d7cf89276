package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Copies to change. */
@SuppressWarnings("unchecked") // the casts are part of what a user would write
class JsonCopyTest {
  private static final String TEXT = "{\"o\":{\"l\":[{\"a\":1},[2]]},\"n\":null}";

  @Test
  void toMapCopiesAtEveryDepth() {
    JsonObject object = TestJson.object(TEXT);
    Map<String, Object> copy = (Map<String, Object>) (Map<?, ?>) object.toMap();
    assertThat(copy).isEqualTo(Json.parse(TEXT));
    List<Object> list = (List<Object>) ((Map<String, Object>) copy.get("o")).get("l");
    ((Map<String, Object>) list.get(0)).put("a", 99L);
    ((List<Object>) list.get(1)).add(3L);
    list.clear();
    copy.put("new", 1L);
    assertThat(object).isEqualTo(TestJson.object(TEXT));
  }

  @Test
  void toListCopiesAtEveryDepth() {
    JsonArray array = TestJson.array("[[1],{\"a\":[2]}]");
    List<Object> copy = (List<Object>) (List<?>) array.toList();
    ((List<Object>) copy.get(0)).add(1L);
    ((Map<String, Object>) copy.get(1)).put("b", 1L);
    copy.clear();
    assertThat(array).isEqualTo(TestJson.array("[[1],{\"a\":[2]}]"));
  }

  @Test
  void copiesViewsInsideAPlainMapToo() {
    JsonObject mixed = JsonObject.of(Map.of("view", JsonObject.of(Map.of("a", List.of(1L)))));
    Map<String, Object> inner = (Map<String, Object>) mixed.toMap().get("view");
    ((List<Object>) inner.get("a")).add(2L);
    assertThat(inner).isEqualTo(Map.of("a", List.of(1L, 2L)));
    assertThat(mixed.path("a")).isNull();
    assertThat(mixed.path("view.a.1")).isNull();
  }

  @Test
  void copiesWhatHasAJsonFormInThatForm() {
    Map<String, Object> given =
        Map.of(
            "day", LocalDate.of(2026, 1, 2), "tags", Set.of("a"), "count", 3, "list", List.of(1));
    Map<String, Object> copy = (Map<String, Object>) Json.copy(given);
    assertThat(copy)
        .isEqualTo(
            Map.of("day", "2026-01-02", "tags", List.of("a"), "count", 3, "list", List.of(1)));
    ((List<Object>) copy.get("list")).add(2);
    assertThat(given.get("list")).isEqualTo(List.of(1));
    assertThat(Json.copy(null)).isNull();
  }
}
