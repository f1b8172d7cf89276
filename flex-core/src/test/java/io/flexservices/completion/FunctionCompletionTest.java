package io.flexservices.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The query that a pre hook sets. */
class FunctionCompletionTest {
  @Test
  void sendsQueryAndSortAsTexts() {
    Map<String, Object> query = new HashMap<>();
    query.put("query", Map.of("a", 1));
    query.put("sort", List.of(List.of("a", -1)));
    query.put("limit", 3);
    assertThat(queryOf(query))
        .isEqualTo(Map.of("query", "{\"a\":1}", "sort", "[[\"a\",-1]]", "limit", 3));
    assertThat(query.get("query")).as("the handler's own map").isEqualTo(Map.of("a", 1));
  }

  @Test
  void leavesTextsAndNumbersAlone() {
    Map<String, Object> query = Map.of("query", "{\"a\":1}", "sort", 1, "fields", List.of("a"));
    assertThat(queryOf(query)).isEqualTo(query);
  }

  @Test
  void takesAView() {
    assertThat(queryOf(JsonObject.of(Map.of("query", Map.of("a", 1L)))))
        .isEqualTo(Map.of("query", "{\"a\":1}"));
  }

  @Test
  void leavesTheQueryWhereItIsSetToNothing() {
    for (Object nothing : Arrays.asList(null, "", 0, false)) {
      assertThat(
              TestCompletions.function().setQuery(Map.of("a", 1)).setQuery(nothing).next().query())
          .isEqualTo(Map.of("a", 1));
      assertThat(queryOf(nothing)).isNull();
    }
  }

  @Test
  void setsBodyAndStatusBesideIt() {
    Outcome outcome =
        TestCompletions.function().setQuery(Map.of("a", 1)).setBody("b").accepted().done();
    assertThat(outcome.status()).isEqualTo(202);
    assertThat(outcome.body()).isEqualTo("b");
    assertThat(outcome.query()).isEqualTo(Map.of("a", 1));
    assertThat(outcome.isNext()).isFalse();
  }

  private static Object queryOf(Object query) {
    return TestCompletions.function().setQuery(query).next().query();
  }
}
