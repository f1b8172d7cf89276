package io.flexservices.modules.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a query refuses, word for word as the reference. */
class QueryRefusalsTest {
  private static final String COMPARABLE = "You must supply a number or string.";
  private static final String ANCHORED =
      "regExp must have `^` at the beginning of the expression to make it an anchored expression.";
  private static final String BOTTOM_LEFT = "bottomLeftCoord must be a [number, number]";
  private static final String UPPER_RIGHT = "upperRightCoord must be a [number, number]";
  private static final String CORNER = "coords argument must be [number, number]";
  private static final String CORNERS = "coords must be [[number, number]]";

  static Stream<Arguments> refused() {
    return Stream.of(
        refused(COMPARABLE, query -> query.greaterThan("a", null)),
        refused(COMPARABLE, query -> query.greaterThan("a", Map.of())),
        refused(COMPARABLE, query -> query.greaterThanOrEqualTo("a", true)),
        refused(COMPARABLE, query -> query.greaterThanOrEqualTo("a", Map.of())),
        refused(COMPARABLE, query -> query.lessThan("a", null)),
        refused(COMPARABLE, query -> query.lessThan("a", Map.of())),
        refused(COMPARABLE, query -> query.lessThanOrEqualTo("a", List.of(1))),
        refused(COMPARABLE, query -> query.lessThanOrEqualTo("a", Map.of())),
        refused("divisor must be a number", query -> query.mod("a", null)),
        refused("remainder must be a number", query -> query.mod("a", 5, null)),
        refused("size must be a number", query -> query.size("a", null)),
        refused("size must be a number", query -> query.size("a", "ten")),
        refused(ANCHORED, query -> query.matches("a", "/abc/")),
        refused(ANCHORED, query -> query.matches("a", (String) null)),
        refused(
            "ignoreCase is not supported.",
            query -> query.matches("a", "^abc", new MatchOptions(true, false, false, false))),
        refused(
            "ignoreCase is not supported.",
            query -> query.matches("a", Pattern.compile("^foo", Pattern.CASE_INSENSITIVE))),
        refused("coord must be a [number, number]", query -> query.near("a", List.of())),
        refused("coord must be a [number, number]", query -> query.near("a", List.of(1, "1"))),
        refused("coord must be a [number, number]", query -> query.near("a", null)),
        refused(BOTTOM_LEFT, query -> query.withinBox("a", List.of(), List.of(1, 1))),
        refused(BOTTOM_LEFT, query -> query.withinBox("a", List.of(0, 1), List.of(1, 1))),
        refused(BOTTOM_LEFT, query -> query.withinBox("a", List.of("x", 1), List.of(1, 1))),
        refused(UPPER_RIGHT, query -> query.withinBox("a", List.of(1, 1), List.of())),
        refused(UPPER_RIGHT, query -> query.withinBox("a", List.of(1, 1), null)),
        refused(CORNERS, query -> query.withinPolygon("a", List.of())),
        refused(CORNERS, query -> query.withinPolygon("a", Collections.nCopies(4, List.of(1, 1)))),
        refused(CORNER, query -> query.withinPolygon("a", List.of(List.of(1, 0)))),
        refused(CORNER, query -> query.withinPolygon("a", List.of(5))),
        refused("fields must be an Array", query -> query.fields(null)),
        refused("fields must be an Array", query -> new Query(Map.of("fields", Map.of()))),
        refused("limit must be a number", query -> query.limit(Map.of())),
        refused("limit must be a number", query -> query.limit("many")),
        refused("limit must be a number", query -> query.limit("1".repeat(10_000))),
        refused("skip must be a number", query -> query.skip(Map.of())),
        refused("skip must be a number", query -> query.skip(null)),
        refused("sort must an Object", query -> new Query(Map.of("sort", "name"))),
        refused("filter must be an Object", query -> new Query(Map.of("filter", "name"))),
        refused("data argument must be of type: Array.", query -> query.process(null)),
        refused(
            "query argument must be of type: Kinvey.Query[] or Object[].",
            query -> query.and(new Query(), null)),
        refused(
            "query argument must be of type: Kinvey.Query[] or Object[].",
            query -> query.nor((Query) null)),
        refused(
            "query argument must be of type: Kinvey.Query[] or Object[].",
            query -> query.or((Query) null)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesInTheWordsOfTheReference(String debug, Consumer<Query> call) {
    Query query = new Query();

    QueryException refusal = catchThrowableOfType(QueryException.class, () -> call.accept(query));
    assertThat(refusal.error()).isEqualTo("QueryError");
    assertThat(refusal.description()).isEqualTo("An error occurred on the query.");
    assertThat(refusal.debug()).isEqualTo(debug);
    assertThat(refusal).hasMessage(debug);
    assertThat(query.toQueryString()).as("the query is as it was").isEmpty();
  }

  static Stream<Arguments> unknownInMemory() {
    return Stream.of(
        unknown("$where is not supported in memory.", Map.of("$where", "true")),
        unknown("$type is not supported in memory.", Map.of("a", Map.of("$type", 2))),
        unknown("$and needs a nonempty array.", Map.of("$and", List.of())),
        unknown("$or needs an array.", Map.of("$or", Map.of())),
        unknown("$nor needs an object.", Map.of("$nor", List.of(1))),
        unknown("$in needs an array.", Map.of("a", Map.of("$in", 1))),
        unknown("$not needs an object of operators.", Map.of("a", Map.of("$not", 1))),
        unknown("$options needs $regex.", Map.of("a", Map.of("$options", "m"))),
        unknown("$maxDistance needs $nearSphere.", Map.of("a", Map.of("$maxDistance", 1))),
        unknown("$regex needs a text.", Map.of("a", Map.of("$regex", 1))),
        unknown("divisor must not be 0", Map.of("a", Map.of("$mod", List.of(0.5, 1)))),
        unknown("$mod needs a whole number.", Map.of("a", Map.of("$mod", List.of(1e300, 1)))),
        unknown("$within needs $box or $polygon.", within(Map.of("$center", List.of()))),
        unknown("$box needs two positions.", within(Map.of("$box", List.of(List.of(1, 1))))),
        unknown("$polygon needs positions as [number, number].", within(polygonOf("x"))));
  }

  @ParameterizedTest
  @MethodSource("unknownInMemory")
  void saysWhatItCannotJudgeInMemory(String debug, Map<String, ?> filter) {
    Query query = new Query(Map.of("filter", filter));

    assertThatThrownBy(() -> query.process(List.of()))
        .isInstanceOf(QueryException.class)
        .hasMessage(debug);
  }

  @Test
  void refusesRecordsThatAreNoObjects() {
    assertThatThrownBy(() -> new Query().process(Arrays.asList(Map.of(), null)))
        .isInstanceOf(QueryException.class)
        .hasMessage("data argument must be an Array of Objects.");
  }

  @Test
  void refusesADirectionThatIsNone() {
    Query query = new Query().sort(Map.of("a", "up"));

    assertThatThrownBy(() -> query.process(List.of()))
        .isInstanceOf(QueryException.class)
        .hasMessage("sort by a must be 1 or -1");
  }

  private static Map<String, ?> within(Map<String, ?> shape) {
    return Map.of("a", Map.of("$within", shape));
  }

  private static Map<String, ?> polygonOf(Object corner) {
    return Map.of("$polygon", List.of(corner));
  }

  private static Arguments refused(String debug, Consumer<Query> call) {
    return Arguments.of(debug, call);
  }

  private static Arguments unknown(String debug, Map<String, ?> filter) {
    return Arguments.of(debug, filter);
  }
}
