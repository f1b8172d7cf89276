package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths into an object. */
class JsonPathTest {
  private final JsonObject object =
      TestJson.object(
          "{\"orders\":[{\"total\":5,\"lines\":[[1,2]]}],\"0\":\"zero\",\"\":{\"\":1}}");

  @Test
  void followsNamesAndIndexes() {
    assertThat(object.path("orders.0.total")).isEqualTo(5L);
    assertThat(object.path("orders.0.lines.0.1")).isEqualTo(2L);
    assertThat(object.path("0")).isEqualTo("zero");
    assertThat(object.path(".")).isEqualTo(1L);
  }

  @Test
  void endsInViews() {
    assertThat(object.path("orders")).isInstanceOf(JsonArray.class);
    assertThat(object.path("orders.0")).isInstanceOf(JsonObject.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "missing",
        "missing.more",
        "orders.1",
        "orders.-1",
        "orders.x",
        "orders.0.total.deeper",
        "orders.99999999999999999999",
        "orders.",
        "orders.0.lines.0.2",
        "orders.+0"
      })
  void isNullWhereAStepLeadsNowhere(String path) {
    assertThat(object.path(path)).isNull();
  }

  @Test
  void seesThroughViewsInsideAPlainMap() {
    JsonObject mixed =
        JsonObject.of(
            Map.of(
                "object", JsonObject.of(Map.of("a", 1L)),
                "array", JsonArray.of(List.of(JsonObject.of(Map.of("b", 2L))))));
    assertThat(mixed.path("object.a")).isEqualTo(1L);
    assertThat(mixed.path("array.0.b")).isEqualTo(2L);
  }
}
