package io.flexservices.hooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flat queries of hooks. */
class FlatQueryTest {
  @Test
  void tellsConditionsFromTheRest() {
    assertThat(FlatQuery.conditions(Map.of("a", 1, "$limit", 1, "$sort", Map.of("a", 1), "$or", 2)))
        .isEqualTo(Map.of("a", 1, "$or", 2));
  }

  @Test
  void judgesARecordByTheConditionsAlone() {
    Map<String, Object> query = Map.of("a", Map.of("$gt", 1), "$limit", 0, "$skip", 5);
    assertThat(FlatQuery.matches(query, Map.of("a", 2))).isTrue();
    assertThat(FlatQuery.matches(query, Map.of("a", 1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 10, 7, 7", // its own limit
    "5, 10, , 5", // the default
    "5, 10, 50, 10", // no more than the maximum
    "5, 10, 0, 10", // zero is no limit
    "5, 10, -1, 10",
    "5, , 50, 50",
    ", 10, , 10",
    ", , 7, 7"
  })
  void limitsAPage(Integer preset, Integer max, Integer limit, Integer expected) {
    Map<String, Object> query = limit == null ? Map.of("a", 1) : Map.of("a", 1, "$limit", limit);
    Map<String, Object> page = new HashMap<>();
    page.put("default", preset);
    page.put("max", max);
    assertThat(FlatQuery.paged(query, page)).isEqualTo(Map.of("a", 1, "$limit", expected));
  }

  @Test
  void limitsNothingWithoutAPageSize() {
    Map<String, Object> query = Map.of("a", 1);
    assertThat(FlatQuery.paged(query, false)).isSameAs(query);
    assertThat(FlatQuery.paged(query, null)).isSameAs(query);
    assertThat(FlatQuery.paged(query, Map.of())).isSameAs(query);
  }
}
