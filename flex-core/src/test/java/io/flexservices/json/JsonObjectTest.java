package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed accessors of an object. */
class JsonObjectTest {
  private final JsonObject object =
      TestJson.object(
          """
          {"text": "t", "whole": 5, "big": 92233720368547758070, "exact": 1.50, "yes": true,
           "none": null, "object": {"a": 1}, "array": [1, {"b": 2}], "1": "one"}
          """);

  @Test
  void givesEachMemberInItsType() {
    assertThat(object.string("text")).isEqualTo("t");
    assertThat(object.integer("whole")).isEqualTo(5L);
    assertThat(object.decimal("exact")).isEqualTo(new BigDecimal("1.50"));
    assertThat(object.decimal("whole")).isEqualTo(new BigDecimal("5"));
    assertThat(object.decimal("big")).isEqualTo(new BigDecimal("92233720368547758070"));
    assertThat(object.bool("yes")).isTrue();
    assertThat(object.object("object")).isEqualTo(JsonObject.of(Map.of("a", 1L)));
    assertThat(object.array("array")).isEqualTo(JsonArray.of(List.of(1L, Map.of("b", 2L))));
  }

  @Test
  void givesNullWhereAMemberIsMissingOrNull() {
    for (String name : List.of("none", "missing")) {
      assertThat(object.value(name)).isNull();
      assertThat(object.string(name)).isNull();
      assertThat(object.integer(name)).isNull();
      assertThat(object.decimal(name)).isNull();
      assertThat(object.bool(name)).isNull();
      assertThat(object.object(name)).isNull();
      assertThat(object.array(name)).isNull();
    }
  }

  @Test
  void tellsMissingFromNull() {
    assertThat(object.has("none")).isTrue();
    assertThat(object.has("missing")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "string | whole | \"whole\" is not a string but Long",
        "string | object | \"object\" is not a string but LinkedHashMap",
        "bool | text | \"text\" is not a boolean but String",
        "integer | text | \"text\" is not a number but String",
        "integer | exact | \"exact\" is not a whole number within the range of long but BigDecimal",
        "integer | big | \"big\" is not a whole number within the range of long but BigInteger",
        "decimal | yes | \"yes\" is not a number but Boolean",
        "object | array | \"array\" is not an object but JsonArray",
        "array | text | \"text\" is not an array but String"
      })
  void saysWhichMemberHasAnotherType(String accessor, String name, String message) {
    assertThatThrownBy(() -> access(accessor, name))
        .isInstanceOf(JsonException.class)
        .hasMessage(message);
  }

  private Object access(String accessor, String name) {
    return switch (accessor) {
      case "string" -> object.string(name);
      case "bool" -> object.bool(name);
      case "integer" -> object.integer(name);
      case "decimal" -> object.decimal(name);
      case "object" -> object.object(name);
      default -> object.array(name);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.0", "7e0", "0.7e1", "700e-2"})
  void takesEverySpellingOfAWholeNumber(String spelling) {
    assertThat(TestJson.object("{\"n\":" + spelling + "}").integer("n")).isEqualTo(7L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e1000000000",
        "-1e1000000000",
        "1e-1000000000",
        "9223372036854775808",
        "0.5",
        "1e19"
      })
  void refusesWhatIsNoLongWithoutSpellingItOut(String number) {
    JsonObject one = TestJson.object("{\"n\":" + number + "}");
    assertThatThrownBy(() -> one.integer("n"))
        .isInstanceOf(JsonException.class)
        .hasMessageStartingWith("\"n\" is not a whole number within the range of long but ");
  }

  @Test
  void takesTheBoundsOfLong() {
    JsonObject bounds =
        TestJson.object("{\"max\":9223372036854775807.0,\"min\":-9.223372036854775808e18}");
    assertThat(bounds.integer("max")).isEqualTo(Long.MAX_VALUE);
    assertThat(bounds.integer("min")).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void readsATextThatIsAnObject() {
    assertThat(JsonObject.parse("{\"a\":1}").integer("a")).isEqualTo(1L);
    for (String text : List.of("[]", "null", "1")) {
      assertThatThrownBy(() -> JsonObject.parse(text))
          .isInstanceOf(JsonException.class)
          .hasMessage("The JSON text is not an object");
    }
  }

  @Test
  void knowsItsNamesInOrder() {
    assertThat(object.names())
        .containsExactly("text", "whole", "big", "exact", "yes", "none", "object", "array", "1");
    assertThat(object.size()).isEqualTo(9);
    assertThat(object.isEmpty()).isFalse();
    assertThat(JsonObject.empty().isEmpty()).isTrue();
  }

  @Test
  void equalsAnotherWithTheSameMembers() {
    assertThat(TestJson.object("{\"a\":[1]}"))
        .isEqualTo(TestJson.object(" { \"a\" : [ 1 ] } "))
        .hasSameHashCodeAs(TestJson.object("{\"a\":[1]}"))
        .isNotEqualTo(TestJson.object("{\"a\":[2]}"));
  }

  @Test
  void printsItselfAsJson() {
    assertThat(TestJson.object("{\"a\": [1.50, null]}")).hasToString("{\"a\":[1.50,null]}");
  }
}
