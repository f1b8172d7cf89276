package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users' own classes, by jackson-databind. */
class DatabindTest {
  record Address(String city, int number) {}

  record Person(String name, Address address, List<String> tags) {}

  record Exact(BigDecimal price, BigInteger id) {}

  record WithViews(String name, JsonObject details, JsonArray items) {}

  record Whole(long value) {}

  public static final class Bean {
    private String name = "";

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }
  }

  @Test
  void bindsRecordsInRecords() {
    Object json =
        Json.parse(
            "{\"name\":\"Ann\",\"address\":{\"city\":\"Ghent\",\"number\":4},\"tags\":[\"a\",\"b\"]}");
    assertThat(Json.bind(json, Person.class))
        .isEqualTo(new Person("Ann", new Address("Ghent", 4), List.of("a", "b")));
  }

  @Test
  void bindsBeans() {
    assertThat(JsonObject.of(Map.of("name", "Ann")).as(Bean.class).getName()).isEqualTo("Ann");
  }

  @Test
  void ignoresMembersThatTheClassDoesNotHave() {
    assertThat(Json.bind(Map.of("city", "Ghent", "number", 4L, "more", 1L), Address.class))
        .isEqualTo(new Address("Ghent", 4));
  }

  @Test
  void bindsExactNumbers() {
    Object json = Json.parse("{\"price\":0.1000,\"id\":123456789012345678901234567890}");
    assertThat(Json.bind(json, Exact.class))
        .isEqualTo(
            new Exact(new BigDecimal("0.1000"), new BigInteger("123456789012345678901234567890")));
  }

  @Test
  void bindsViewsToPlainMaps() {
    JsonObject object = JsonObject.of(Map.of("details", JsonObject.of(Map.of("a", 1L))));
    Object bound = object.as(Map.class);
    assertThat(bound).isEqualTo(Map.of("details", Map.of("a", 1L)));
  }

  @Test
  void bindsMembersThatAreViews() {
    WithViews bound =
        Json.bind(
            Json.parse("{\"name\":\"x\",\"details\":{\"a\":[1]},\"items\":[{\"b\":2.50}]}"),
            WithViews.class);
    assertThat(bound.details().path("a.0")).isEqualTo(1L);
    assertThat(bound.items().object(0))
        .isEqualTo(JsonObject.of(Map.of("b", new BigDecimal("2.50"))));
  }

  @Test
  void printsMembersThatAreViews() {
    WithViews value =
        new WithViews("x", JsonObject.of(Map.of("a", 1L)), JsonArray.of(List.of(2L, "b")));
    assertThat(Json.text(value))
        .isEqualTo("{\"name\":\"x\",\"details\":{\"a\":1},\"items\":[2,\"b\"]}");
  }

  @Test
  void printsRecordsWhereverTheyStand() {
    assertThat(Json.text(Map.of("list", List.of(new Address("Ghent", 4)))))
        .isEqualTo("{\"list\":[{\"city\":\"Ghent\",\"number\":4}]}");
  }

  @Test
  void saysWhichClassAValueDoesNotFit() {
    assertThatThrownBy(() -> Json.bind(Map.of("number", "secret text"), Address.class))
        .isInstanceOf(JsonException.class)
        .hasMessage("The JSON value does not fit io.flexservices.json.DatabindTest$Address");
  }

  @ParameterizedTest
  @ValueSource(classes = {Whole.class, Exact.class, Map.class})
  void refusesHugeExponentsWithoutSpellingThemOut(Class<?> type) {
    Object json = Json.parse("{\"value\":1e1000000000,\"id\":1e1000000000}");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            Object bound = Json.bind(json, type);
            assertThat(type).isEqualTo(Map.class);
            assertThat(bound).isNotNull();
          } catch (JsonException e) {
            assertThat(e).hasMessageStartingWith("The JSON value does not fit ");
          }
        });
  }

  @Test
  void saysWhichClassHasNoJsonForm() {
    assertThatThrownBy(() -> Json.text(new Object() {}))
        .isInstanceOf(JsonException.class)
        .hasMessageStartingWith("No JSON form for a value of io.flexservices.json.DatabindTest$");
  }

  @Test
  void refusesAClassThatContainsItself() {
    Node node = new Node();
    node.next = node;
    assertThatThrownBy(() -> Json.text(node)).isInstanceOf(JsonException.class);
  }

  public static final class Node {
    public Node next = this;
  }
}
