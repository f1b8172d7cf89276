package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Typed accessors of an array. */
class JsonArrayTest {
  private final JsonArray array = TestJson.array("[\"t\", 5, 1.50, true, null, {\"a\":1}, [2]]");

  @Test
  void givesEachItemInItsType() {
    assertThat(array.string(0)).isEqualTo("t");
    assertThat(array.integer(1)).isEqualTo(5L);
    assertThat(array.decimal(2)).isEqualTo(new BigDecimal("1.50"));
    assertThat(array.bool(3)).isTrue();
    assertThat(array.object(5)).isEqualTo(TestJson.object("{\"a\":1}"));
    assertThat(array.array(6)).isEqualTo(TestJson.array("[2]"));
    assertThat(array.value(6)).isEqualTo(TestJson.array("[2]"));
  }

  @Test
  void givesNullWhereAnItemIsMissingOrNull() {
    for (int index : List.of(4, 7, -1)) {
      assertThat(array.value(index)).isNull();
      assertThat(array.string(index)).isNull();
      assertThat(array.integer(index)).isNull();
      assertThat(array.object(index)).isNull();
      assertThat(array.array(index)).isNull();
    }
  }

  @Test
  void saysWhichItemHasAnotherType() {
    assertThatThrownBy(() -> array.integer(0))
        .isInstanceOf(JsonException.class)
        .hasMessage("\"0\" is not a number but String");
  }

  @Test
  void iteratesOverViews() {
    List<Object> items = new ArrayList<>();
    TestJson.array("[1,{\"a\":1},[2],null]").forEach(items::add);
    assertThat(items)
        .containsExactly(1L, TestJson.object("{\"a\":1}"), TestJson.array("[2]"), null);
  }

  @Test
  void streamsObjects() {
    assertThat(TestJson.array("[{\"a\":1},{\"a\":2}]").objects().map(o -> o.integer("a")))
        .containsExactly(1L, 2L);
    assertThatThrownBy(() -> TestJson.array("[{},1]").objects().toList())
        .isInstanceOf(JsonException.class)
        .hasMessage("\"1\" is not an object but Long");
  }

  @Test
  void knowsItsSizeAndPrintsItself() {
    assertThat(array.size()).isEqualTo(7);
    assertThat(array.isEmpty()).isFalse();
    assertThat(TestJson.array("[]").isEmpty()).isTrue();
    assertThat(array).hasToString("[\"t\",5,1.50,true,null,{\"a\":1},[2]]");
  }
}
