package io.flexservices.modules.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields, limit, skip and sort, and how they print. */
class QueryModifiersTest {
  @Test
  void beginsWithoutAny() {
    assertThat(Json.text(new Query().toJson()))
        .isEqualTo("{\"fields\":[],\"filter\":{},\"sort\":{},\"skip\":0,\"limit\":null}");
    assertThat(new Query().toQueryString()).isEmpty();
  }

  @Test
  void printsAllThatIsSet() {
    Query query =
        new Query()
            .equalTo("name", "tests")
            .fields(List.of("foo", "bar"))
            .limit(10)
            .skip(20)
            .ascending("foo");

    assertThat(query.toQueryString())
        .containsExactly(
            Map.entry("query", "{\"name\":\"tests\"}"),
            Map.entry("fields", "foo,bar"),
            Map.entry("limit", "10"),
            Map.entry("skip", "20"),
            Map.entry("sort", "{\"foo\":1}"));
    assertThat(Json.parse(query.toString())).isEqualTo(query.toQueryString());
  }

  @Test
  void takesNumbersFromTexts() {
    Query query = new Query().limit("3").skip(" 10 ");

    assertThat(query.toJson()).containsEntry("limit", 3L).containsEntry("skip", 10L);
  }

  @Test
  void printsWholeNumbersAsSuch() {
    Query query = new Query().limit(20.0).skip(new BigDecimal("1E+1"));

    assertThat(query.toQueryString()).containsEntry("limit", "20").containsEntry("skip", "10");
  }

  @Test
  void unsetsWhatWasSet() {
    Query query = new Query().fields(List.of("a")).limit(10).skip(10).ascending("a");

    query.fields(List.of()).limit(null).skip(0).sort(null);
    assertThat(query.toJson()).isEqualTo(new Query().toJson());
    assertThat(query.limit(0).toQueryString()).isEmpty();
    assertThat(query.ascending("a").sort(Map.of()).toQueryString()).isEmpty();
  }

  @Test
  void sortsByFieldsInTheOrderOfTheCalls() {
    assertThat(sort(new Query().ascending("a").ascending("b"))).isEqualTo("{\"a\":1,\"b\":1}");
    assertThat(sort(new Query().ascending("a").descending("b"))).isEqualTo("{\"a\":1,\"b\":-1}");
    assertThat(sort(new Query().descending("a").descending("b"))).isEqualTo("{\"a\":-1,\"b\":-1}");
    assertThat(sort(new Query().descending("b").ascending("a"))).isEqualTo("{\"b\":-1,\"a\":1}");
    assertThat(sort(new Query().sort(Map.of("x", 1)).descending("a")))
        .isEqualTo("{\"x\":1,\"a\":-1}");
  }

  @Test
  void comesBackFromItsJsonForm() {
    Query query = new Query().equalTo("a", 1).or().exists("b");
    query.fields(List.of("a")).limit(1).skip(2).descending("c");

    assertThat(new Query(query.toJson()).toJson()).isEqualTo(query.toJson());
    assertThat(new Query(new Query().toJson()).toJson()).isEqualTo(new Query().toJson());
  }

  @Test
  void printsAsItsJsonForm() {
    Query query = new Query().equalTo("a", 1);

    assertThat(Json.text(Map.of("query", query)))
        .isEqualTo("{\"query\":" + Json.text(query.toJson()) + "}");
  }

  @Test
  void takesNullOptionsForNone() {
    Query query = new Query(Collections.singletonMap("filter", null));

    assertThat(query.equalTo("a", 1).toQueryString()).containsEntry("query", "{\"a\":1}");
  }

  private static String sort(Query query) {
    return String.valueOf(query.toQueryString().get("sort"));
  }
}
