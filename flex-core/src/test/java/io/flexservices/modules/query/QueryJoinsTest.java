package io.flexservices.modules.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Joins, their precedence, and the whole that every part prints. */
class QueryJoinsTest {
  static Stream<Arguments> joins() {
    return Stream.of(join("$and", Query::and), join("$nor", Query::nor), join("$or", Query::or));
  }

  @ParameterizedTest
  @MethodSource("joins")
  void joinsQueries(String operator, BiFunction<Query, Query[], Query> join) {
    Query query = new Query().equalTo("a", 1);

    Query joined = join.apply(query, new Query[] {has("b"), has("c")});
    assertThat(joined).isSameAs(query);
    assertThat(filter(query))
        .isEqualTo("{\"" + operator + "\":[{\"a\":1}," + HAS_B + "," + HAS_C + "]}");
  }

  @ParameterizedTest
  @MethodSource("joins")
  void joinsEmptyQueries(String operator, BiFunction<Query, Query[], Query> join) {
    Query query = new Query();

    join.apply(query, new Query[] {new Query(), new Query(Map.of("filter", Map.of()))});
    assertThat(filter(query)).isEqualTo("{\"" + operator + "\":[{},{},{}]}");
  }

  @ParameterizedTest
  @MethodSource("joins")
  void givesANewPartWithoutArguments(String operator, BiFunction<Query, Query[], Query> join) {
    Query query = new Query();

    Query part = join.apply(query, new Query[0]);
    assertThat(part).isNotSameAs(query);
    part.greaterThan("a", 1);
    assertThat(filter(query)).isEqualTo("{\"" + operator + "\":[{},{\"a\":{\"$gt\":1}}]}");
  }

  static Stream<Arguments> chains() {
    return Stream.of(
        chain("nor(and(A,B),C)", a -> b(a.and()).nor().exists("C")),
        chain("nor(and(A,B),and(C,D))", a -> b(a.and()).nor().exists("C").and().exists("D")),
        chain("or(and(A,B),C)", a -> b(a.and()).or().exists("C")),
        chain("or(and(A,B),and(C,D))", a -> b(a.and()).or().exists("C").and().exists("D")),
        chain("or(nor(A,B),C)", a -> b(a.nor()).or().exists("C")),
        chain("or(A,nor(B,and(C,D)))", a -> b(a.or()).nor().exists("C").and().exists("D")),
        chain("and(A,and(B,C))", a -> b(a.and()).and().exists("C")),
        chain("or(or(A,B),C)", a -> b(a.or()).or().exists("C")),
        chain("or(nor(and(A,B),C),D)", a -> b(a.and()).nor().exists("C").or().exists("D")),
        chain("or(and(A,B),C)", a -> b(a.and()).or(new Query().exists("C"))),
        chain("nor(and(A,B),C)", a -> b(a.and()).nor(new Query().exists("C"))));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void andComesBeforeNorBeforeOr(String structure, UnaryOperator<Query> chain) {
    Query whole = new Query().exists("A");

    Query last = chain.apply(whole);
    assertThat(structure(whole)).isEqualTo(structure);
    assertThat(structure(last)).isEqualTo(structure);
  }

  @Test
  void joinsOntoAWholeQuery() {
    Query query = new Query().exists("A");
    query.and().exists("B").or().exists("C");

    query.nor().exists("D").and().exists("E");
    assertThat(structure(query)).isEqualTo("nor(or(and(A,B),C),and(D,E))");
  }

  @Test
  void printsTheWholeFromAnyPart() {
    Query whole = new Query().exists("A");
    Query and = whole.and().exists("B");
    Query or = and.or().exists("C");
    or.limit(2).ascending("n").fields(List.of("n"));

    assertThat(List.of(and, or))
        .allSatisfy(
            part -> {
              assertThat(part.toJson()).isEqualTo(whole.toJson());
              assertThat(part.toQueryString())
                  .isEqualTo(whole.toQueryString())
                  .containsKeys("query", "fields", "limit", "sort");
              assertThat(part).hasToString(whole.toString());
            });
  }

  @Test
  void appliesTheWholeFromAnyPart() {
    Query part = new Query().equalTo("n", "Doe").or().equalTo("n", "Roe").limit(1);

    assertThat(part.process(List.of(Map.of("n", "Moe"), Map.of("n", "Doe"), Map.of("n", "Roe"))))
        .singleElement()
        .satisfies(record -> assertThat(record.string("n")).isEqualTo("Doe"));
  }

  @Test
  void joinsTheWholeOfAChainThatIsAnArgument() {
    Query query = new Query().exists("A");

    query.and(new Query().exists("B").or().exists("C"));
    assertThat(structure(query)).isEqualTo("and(A,or(B,C))");
  }

  @Test
  void joinsItself() {
    Query query = new Query().exists("A");

    query.or(query);
    assertThat(structure(query)).isEqualTo("or(A,A)");
  }

  @Test
  void takesTheConditionsOfAnArgumentAsTheyAreNow() {
    Query other = new Query().exists("B");
    Query query = new Query().exists("A").or(other);

    other.exists("C");
    assertThat(structure(query)).isEqualTo("or(A,B)");
  }

  @Test
  void setsModifiersOfTheWholeOnAPart() {
    Query query = new Query();

    query.and().limit(10).skip(5).fields(List.of("f")).sort(Map.of("x", 1)).descending("y");
    assertThat(Json.text(query.toJson()))
        .isEqualTo(
            "{\"fields\":[\"f\"],\"filter\":{\"$and\":[{},{}]},\"sort\":{\"x\":1,\"y\":-1},"
                + "\"skip\":5,\"limit\":10}");
  }

  private static final String HAS_B = "{\"b\":{\"$exists\":true}}";
  private static final String HAS_C = "{\"c\":{\"$exists\":true}}";

  private static Query has(String field) {
    return new Query().exists(field);
  }

  private static Query b(Query query) {
    return query.exists("B");
  }

  private static String filter(Query query) {
    return Json.text(query.toJson().get("filter"));
  }

  /** The filter with its joins as functions and its conditions as the names of their fields. */
  private static String structure(Query query) {
    return filter(query)
        .replace(":{\"$exists\":true}", "")
        .replaceAll("\\{\"\\$(and|nor|or)\":\\[", "$1(")
        .replace("]}", ")")
        .replaceAll("\\{\"(\\w)\"}", "$1");
  }

  private static Arguments join(String operator, BiFunction<Query, Query[], Query> join) {
    return Arguments.of(operator, join);
  }

  private static Arguments chain(String structure, UnaryOperator<Query> chain) {
    return Arguments.of(structure, chain);
  }
}
