package io.flexservices.modules.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order, extent and choice of fields of what matches. */
class QueryOrderTest {
  @Test
  void sortsKindsOneAfterAnother() {
    String ascending =
        "[{'a':[]},{},{'a':null},{'a':-1},{'a':1},{'a':1.5},{'a':'10'},{'a':'2'},{'a':'B'},"
            + "{'a':'a'},{'a':'\uFF5E'},{'a':'\uD83D\uDE00'},{'a':{'x':1}},{'a':{'x':2}},"
            + "{'a':false},{'a':true}]";

    assertOrder(new Query().ascending("a"), ascending);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a   | {'a':[9,1]}, {'a':2}, {'a':[3,8]}",
        "-a  | {'a':[9,1]}, {'a':[3,8]}, {'a':2}",
        "a.b | {'a':[]}, {'a':[{'b':3},{'b':1}]}, {'a':{'b':2}}",
        "a.b | {'a':[0,{'b':1}]}, {'a':[{'b':1},{'b':3}]}, {'a':{'b':2}}",
        "a.1 | {'a':[9]}, {'a':[9,1]}, {'a':[0,2]}",
        "-a.1.b | {'a':[9,{'b':2}]}, {'a':[0,{'b':1}]}, {'a':[9]}",
        "a   | {'a':{'x':1,'y':9}}, {'a':{'y':0}}, {'a':{'x':'1'}}",
        "a   | {'a':[[1]]}, {'a':[[1,2]]}, {'a':[[2]]}",
      })
  void sortsByWhatStandsAtTheField(String field, String order) {
    Query query = new Query();

    boolean descending = field.startsWith("-");
    assertOrder(
        descending ? query.descending(field.substring(1)) : query.ascending(field),
        "[" + order + "]");
  }

  @Test
  void sortsByFieldsInOrderOfPrecedence() {
    Query query = new Query().ascending("a").descending("b").ascending("c");

    assertOrder(
        query, "[{'a':1,'b':2,'c':5},{'a':1,'b':1,'c':0},{'a':1,'b':1,'c':1},{'a':2,'b':9,'c':0}]");
  }

  @Test
  void keepsTheOrderOfWhatTheSortDoesNotTellApart() {
    List<?> records = records("[{'n':null,'i':1},{'i':2},{'n':1,'i':3},{'n':1.0,'i':4}]");

    assertThat(new Query().ascending("n").process(records))
        .extracting(r -> r.integer("i"))
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(new Query().descending("n").process(records))
        .extracting(r -> r.integer("i"))
        .containsExactly(3L, 4L, 1L, 2L);
  }

  @ParameterizedTest
  @CsvSource({
    "0,,1 2 3 4",
    "1,2,2 3",
    "2,,3 4",
    "9,2,''",
    "-5,2,1 2",
    "0,0,1 2 3 4",
    "0,-2,1 2",
    "0,2.5,1 2"
  })
  void skipsAndLimits(String skip, String limit, String expected) {
    Query query = new Query().skip(skip).limit(limit);

    assertThat(query.process(records("[{'i':1},{'i':2},{'i':3},{'i':4}]")))
        .extracting(record -> String.valueOf(record.integer("i")))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
  }

  @Test
  void cutsAfterSorting() {
    Query query = new Query().descending("i").skip(1).limit(1);

    assertThat(query.process(records("[{'i':1},{'i':3},{'i':2}]")))
        .extracting(record -> record.integer("i"))
        .containsExactly(2L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "desc   | {'name':1,'desc':2}                            | {'desc':2}",
        "desc   | {'_id':0,'_acl':1,'_kmd':2,'name':3,'desc':4}  | {'_id':0,'_acl':1,'desc':4}",
        "a      | {'a':null,'b':1}                               | {'a':null}",
        "a      | {'b':1}                                        | {}",
        "a.b    | {'a':{'b':1,'c':2},'b':3}                      | {'a':{'b':1}}",
        "a.b    | {'a':[{'b':1,'c':2},3,[{'b':4}],{}]}           | {'a':[{'b':1},[{'b':4}],{}]}",
        "a.b    | {'a':5}                                        | {}",
        "a.b,a  | {'a':{'b':1,'c':2}}                            | {'a':{'b':1,'c':2}}",
        "b,a    | {'a':1,'b':2}                                  | {'a':1,'b':2}",
      })
  void choosesFields(String fields, String record, String chosen) {
    Query query = new Query().fields(List.of(fields.split(",")));

    assertThat(query.process(records("[" + record + "]")))
        .singleElement()
        .hasToString(chosen.replace('\'', '"'));
  }

  @Test
  void sortsByFieldsThatAreNotChosen() {
    Query query = new Query().ascending("_id").fields(List.of("n"));

    assertThat(query.process(records("[{'_id':2,'n':'b'},{'_id':1,'n':'a'}]")))
        .extracting(record -> record.string("n"))
        .containsExactly("a", "b");
  }

  @Test
  void leavesTheRecordsAsTheyAre() {
    List<Map<String, Integer>> records = List.of(Map.of("a", 2, "b", 1), Map.of("a", 1, "b", 2));

    assertThat(new Query().ascending("a").fields(List.of("a")).process(records)).hasSize(2);
    assertThat(records).containsExactly(Map.of("a", 2, "b", 1), Map.of("a", 1, "b", 2));
  }

  /** Whatever the order before; only null and missing are not told apart. */
  private static void assertOrder(Query query, String expected) {
    List<?> records = records(expected);
    List<?> turned = new ArrayList<>(records);
    Collections.reverse(turned);

    assertThat(Json.text(query.process(records))).isEqualTo(Json.text(records));
    assertThat(withoutNull(query.process(turned))).isEqualTo(withoutNull(records));
  }

  private static String withoutNull(List<?> records) {
    return Json.text(records).replace("{},", "").replace("{\"a\":null},", "");
  }

  private static List<?> records(String text) {
    return (List<?>) requireNonNull(Json.parse(text.replace('\'', '"')));
  }
}
