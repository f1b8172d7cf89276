package io.flexservices.modules.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The filter that each operator leaves. */
class QueryOperatorsTest {
  static Stream<Arguments> operators() {
    return Stream.of(
        operator("{\"a\":\"x\"}", query -> query.equalTo("a", "x")),
        operator("{\"a\":0}", query -> query.equalTo("a", 0)),
        operator("{\"a\":null}", query -> query.equalTo("a", null)),
        operator("{\"a\":false}", query -> query.equalTo("a", false)),
        operator("{\"a\":\"\"}", query -> query.equalTo("a", "")),
        operator("{\"a\":null}", query -> query.equalTo("a", Double.NaN)),
        operator("{\"a\":{}}", query -> query.equalTo("a", Map.of())),
        operator("{\"a\":{\"$ne\":\"x\"}}", query -> query.notEqualTo("a", "x")),
        operator("{\"a\":{\"$ne\":0}}", query -> query.notEqualTo("a", 0)),
        operator("{\"a\":{\"$ne\":null}}", query -> query.notEqualTo("a", null)),
        operator("{\"a\":{\"$ne\":false}}", query -> query.notEqualTo("a", false)),
        operator("{\"a\":{\"$ne\":\"\"}}", query -> query.notEqualTo("a", "")),
        operator("{\"a\":{\"$ne\":null}}", query -> query.notEqualTo("a", Double.NaN)),
        operator("{\"a\":{\"$ne\":{}}}", query -> query.notEqualTo("a", Map.of())),
        operator("{\"a\":{\"$gt\":\"x\"}}", query -> query.greaterThan("a", "x")),
        operator("{\"a\":{\"$gt\":0}}", query -> query.greaterThan("a", 0)),
        operator("{\"a\":{\"$gte\":\"x\"}}", query -> query.greaterThanOrEqualTo("a", "x")),
        operator("{\"a\":{\"$gte\":0}}", query -> query.greaterThanOrEqualTo("a", 0)),
        operator("{\"a\":{\"$lt\":\"x\"}}", query -> query.lessThan("a", "x")),
        operator("{\"a\":{\"$lt\":0}}", query -> query.lessThan("a", 0)),
        operator("{\"a\":{\"$lte\":\"x\"}}", query -> query.lessThanOrEqualTo("a", "x")),
        operator("{\"a\":{\"$lte\":0}}", query -> query.lessThanOrEqualTo("a", 0)),
        operator("{\"a\":{\"$exists\":true}}", query -> query.exists("a")),
        operator("{\"a\":{\"$exists\":false}}", query -> query.exists("a", false)),
        operator("{\"a\":{\"$mod\":[5,0]}}", query -> query.mod("a", 5)),
        operator("{\"a\":{\"$mod\":[5,2]}}", query -> query.mod("a", 5, 2)),
        operator("{\"a\":{\"$in\":[\"x\"]}}", query -> query.contains("a", "x")),
        operator("{\"a\":{\"$in\":[1,\"x\"]}}", query -> query.contains("a", List.of(1, "x"))),
        operator("{\"a\":{\"$in\":[1]}}", query -> query.contains("a", Set.of(1))),
        operator("{\"a\":{\"$in\":[1,2]}}", query -> query.contains("a", new int[] {1, 2})),
        operator("{\"a\":{\"$in\":[null]}}", query -> query.contains("a", null)),
        operator("{\"a\":{\"$all\":[\"x\"]}}", query -> query.containsAll("a", "x")),
        operator("{\"a\":{\"$all\":[1,2]}}", query -> query.containsAll("a", List.of(1, 2))),
        operator("{\"a\":{\"$nin\":[\"x\"]}}", query -> query.notContainedIn("a", "x")),
        operator("{\"a\":{\"$nin\":[1,2]}}", query -> query.notContainedIn("a", List.of(1, 2))),
        operator("{\"a\":{\"$size\":10}}", query -> query.size("a", 10)),
        operator("{\"a\":{\"$size\":10}}", query -> query.size("a", "10")),
        operator("{\"a\":{\"$nearSphere\":[-1,1]}}", query -> query.near("a", List.of(-1, 1))),
        operator(
            "{\"a\":{\"$nearSphere\":[-1,1],\"$maxDistance\":10}}",
            query -> query.near("a", List.of(-1, 1), 10)),
        operator("{\"a\":{\"$nearSphere\":[-1,1]}}", query -> query.near("a", List.of(-1, 1), 0)),
        operator(
            "{\"a\":{\"$within\":{\"$box\":[[-1,-1],[1,1]]}}}",
            query -> query.withinBox("a", List.of(-1, "-1"), List.of(1, 1))),
        operator(
            "{\"a\":{\"$within\":{\"$polygon\":[[-1,-1],[-1,1],[1,1]]}}}",
            query ->
                query.withinPolygon(
                    "a", List.of(List.of(-1, -1), List.of(-1, 1), List.of("1", 1)))));
  }

  static Stream<Arguments> expressions() {
    return Stream.of(
        operator("{\"a\":{\"$regex\":\"^foo\"}}", query -> query.matches("a", "^foo")),
        operator("{\"a\":{\"$regex\":\"^foo\"}}", query -> query.matches("a", pattern(0))),
        operator(
            "{\"a\":{\"$regex\":\"^foo\",\"$options\":\"m\"}}",
            query -> query.matches("a", pattern(Pattern.MULTILINE))),
        operator(
            "{\"a\":{\"$regex\":\"^foo\",\"$options\":\"mxs\"}}",
            query ->
                query.matches("a", pattern(Pattern.MULTILINE | Pattern.COMMENTS | Pattern.DOTALL))),
        operator(
            "{\"a\":{\"$regex\":\"^foo\",\"$options\":\"m\"}}",
            query -> query.matches("a", "^foo", MatchOptions.none().withMultiline())),
        operator(
            "{\"a\":{\"$regex\":\"^foo\",\"$options\":\"x\"}}",
            query -> query.matches("a", "^foo", MatchOptions.none().withExtended())),
        operator(
            "{\"a\":{\"$regex\":\"^foo\",\"$options\":\"s\"}}",
            query -> query.matches("a", "^foo", MatchOptions.none().withDotMatchesAll())),
        operator(
            "{\"a\":{\"$regex\":\"^https:\\\\/\\\\/a[/]\\\\n\\\\/\"}}",
            query -> query.matches("a", "^https:/\\/a[/]\n/")),
        operator(
            "{\"a\":{\"$regex\":\"^b\"}}",
            query ->
                query.matches("a", "^a", MatchOptions.none().withMultiline()).matches("a", "^b")));
  }

  @ParameterizedTest
  @MethodSource({"operators", "expressions"})
  void leavesTheFilterOfTheReference(String filter, UnaryOperator<Query> operator) {
    Query query = new Query();

    assertThat(operator.apply(query)).isSameAs(query);
    assertThat(query.toQueryString()).containsExactly(Map.entry("query", filter));
  }

  @Test
  void equalToReplacesOtherConditionsOnTheField() {
    Query query = new Query().greaterThan("a", 1).equalTo("a", 2).equalTo("a", 3);

    assertThat(filter(query)).isEqualTo(Map.of("a", 3));
  }

  static Stream<Arguments> conditions() {
    return operators().filter(operator -> operator.get()[0].toString().contains("$"));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void keepsOtherConditionsOnTheField(String filter, UnaryOperator<Query> operator) {
    Query query = operator.apply(new Query().matches("a", "^m")).matches("b", "^m");

    String first = "{\"a\":{\"$regex\":\"^m\"," + filter.substring("{'a':{".length());
    assertThat(Json.text(filter(query)))
        .isEqualTo(first.substring(0, first.length() - 1) + ",\"b\":{\"$regex\":\"^m\"}}");
  }

  @Test
  void operatorTakesThePlaceOfAValue() {
    Query query = new Query().equalTo("a", null).equalTo("b", List.of(1)).equalTo("c", 1);

    query.greaterThan("a", 1).greaterThan("b", 1).greaterThan("c", 1);
    assertThat(Json.text(filter(query)))
        .isEqualTo("{\"a\":{\"$gt\":1},\"b\":{\"$gt\":1},\"c\":{\"$gt\":1}}");
  }

  @Test
  void takesValuesOfJavaInTheirJsonForm() {
    Query query =
        new Query()
            .equalTo("instant", Instant.parse("2020-01-02T03:04:05Z"))
            .equalTo("object", JsonObject.of(Map.of("x", 1)))
            .contains("array", JsonArray.of(List.of(1, 2)))
            .greaterThan("text", new StringBuilder("x"))
            .greaterThan("exact", new BigDecimal("12345678901234567890.5"));

    assertThat(Json.text(filter(query)))
        .isEqualTo(
            "{\"instant\":\"2020-01-02T03:04:05Z\",\"object\":{\"x\":1},\"array\":{\"$in\":[1,2]},"
                + "\"text\":{\"$gt\":\"x\"},\"exact\":{\"$gt\":12345678901234567890.5}}");
  }

  @Test
  void copiesItsArguments() {
    List<Object> values = new ArrayList<>(List.of(1));
    Query query = new Query().contains("a", values).equalTo("b", values);

    values.add(2);
    assertThat(Json.text(filter(query))).isEqualTo("{\"a\":{\"$in\":[1]},\"b\":[1]}");
  }

  @Test
  void givesCopiesAway() {
    Query query = new Query().equalTo("a", Arrays.asList(1, null));

    query.toJson().put("filter", Collections.emptyMap());
    assertThat(Json.text(filter(query))).isEqualTo("{\"a\":[1,null]}");
  }

  private static Object filter(Query query) {
    return query.toJson().get("filter");
  }

  private static Pattern pattern(int flags) {
    return Pattern.compile("^foo", flags);
  }

  private static Arguments operator(String filter, UnaryOperator<Query> operator) {
    return Arguments.of(filter, operator);
  }
}
