package io.flexservices.modules.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which records match, in MongoDB's meaning ({@code src/mongo/db/matcher} and {@code
 * jstests/core/null*.js}); random queries are compared with a server in the conformance module.
 */
class QueryProcessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // null and missing
        "{'a':null}              | null, {'a':null}, {'a':[1,null]}",
        "{'a':{'$ne':null}}      | {'a':0}, {'a':''}, {'a':[]}, {'a':{}}",
        "{'a':{'$in':[null]}}    | null, {'a':null}, {'a':[null]}",
        "{'a':{'$nin':[null]}}   | {'a':0}, {'a':[1]}",
        "{'a':{'$gte':null}}     | null, {'a':null}",
        "{'a':{'$exists':true}}  | {'a':null}, {'a':[]}, {'a':0}",
        "{'a':{'$exists':false}} | null, {'b':1}",
        "{'a.b':null}            | null, {'a':5}, {'a':{}}, {'a':{'b':null}}, {'a':[{},{'b':5}]}",
        "{'a.b':{'$ne':null}}    | {'a':[]}, {'a':[5,{'b':5}]}, {'a':[5]}, {'a':{'b':1}}",
        "{'a.b':{'$exists':true}} | {'a':[{},{'b':null}]}, {'a':{'b':1}}",
        "{'a.b':{'$exists':false}} | {'a':[]}, {'a':[1]}, {'a':[[{'b':1}]]}, {'a':{}}",
        // types are not mixed
        "{'a':{'$gt':1}}         | {'a':1.5}, {'a':[0,2]}, {'a':12345678901234567890}",
        "{'a':{'$gt':''}}        | {'a':'a'}, {'a':['a']}",
        "{'a':{'$lt':2}}         | {'a':1}, {'a':-1e400}, {'a':['x',1]}",
        "{'a':{'$lte':'b'}}      | {'a':'b'}, {'a':'B'}, {'a':''}",
        "{'a':{'$gte':'b'}}      | {'a':'b'}, {'a':'ba'}, {'a':'é'}",
        "{'a':{'$gt':'\uFF5E'}}  | {'a':'\uD83D\uDE00'}, {'a':'\uFF5E '}",
        "{'a':true}              | {'a':true}, {'a':[true]}",
        "{'a':1}                 | {'a':1}, {'a':1.0}, {'a':1e0}, {'a':[1]}, {'a':['x',1.00]}",
        "{'a':0}                 | {'a':0}, {'a':-0.0}, {'a':0e10}",
        // arrays and objects
        "{'a':[1,2]}             | {'a':[1,2.0]}, {'a':[[1,2]]}",
        "{'a':[]}                | {'a':[]}, {'a':[[]]}",
        "{'a':{'$ne':[]}}        | {'a':[1]}, null",
        "{'a':{'x':1,'y':2}}     | {'a':{'x':1.0,'y':2}}, {'a':[{'x':1,'y':2}]}",
        "{'a':{}}                | {'a':{}}, {'a':[{}]}",
        "{'a.x':1}               | {'a':{'x':1}}, {'a':[{'x':2},{'x':1}]}, {'a':[{'x':[1]}]}",
        "{'a.1':5}               | {'a':[1,5]}, {'a':{'1':5}}, {'a':[0,5]}",
        "{'a.1.x':5}             | {'a':[1,{'x':5}]}, {'a':[{'1':{'x':5}}]}",
        "{'a':{'$gt':1,'$lt':2}} | {'a':1.5}, {'a':[0,3]}",
        "{'a':{'$size':2}}       | {'a':[1,2]}, {'a':[[],[]]}",
        "{'a.x':{'$size':1}}     | {'a':{'x':[1]}}, {'a':[{'x':[1]}]}",
        "{'a':{'$size':0}}       | {'a':[]}",
        "{'a':{'$all':[1,2]}}    | {'a':[2,3,1]}, {'a':[1,2.0]}",
        "{'a':{'$all':[1]}}      | {'a':1}, {'a':[1]}",
        "{'a':{'$all':[[1]]}}    | {'a':[1]}, {'a':[[1],2]}",
        "{'a':{'$in':[1,'x']}}   | {'a':1}, {'a':'x'}, {'a':[0,'x']}",
        "{'a':{'$nin':[1,'x']}}  | {'a':2}, {'a':['y']}, {'a':[[1]]}, null",
        "{'a':{'$elemMatch':{'x':1,'y':2}}} | {'a':[{'x':1,'y':2,'z':3}]}",
        "{'a':{'$elemMatch':{'$gt':1,'$lt':3}}} | {'a':[0,2]}",
        "{'a':{'$not':{'$gt':1}}} | {'a':1}, {'a':'x'}, null",
        "{'a':{'$eq':1}}         | {'a':1}, {'a':[1]}",
        // remainders
        "{'a':{'$mod':[4,1]}}    | {'a':5}, {'a':1.9}, {'a':['x',9]}, {'a':9007199254740993}",
        "{'a':{'$mod':[4,-3]}}   | {'a':-7}, {'a':-3}",
        "{'a':{'$mod':[4.9,0.9]}} | {'a':4}, {'a':0.5}, {'a':-0.5}, {'a':1e-400}",
        // joins
        "{'$or':[{'a':1},{'b':1}]}  | {'a':1}, {'b':1,'a':2}",
        "{'$and':[{'a':1},{'b':1}]} | {'a':1,'b':1}",
        "{'$nor':[{'a':1},{'b':1}]} | {'a':2}, null",
        // regular expressions
        "{'a':{'$regex':'^ab'}}  | {'a':'abc'}, {'a':['x','ab']}",
        "{'a':{'$regex':'b'}}    | {'a':'abc'}",
        "{'a':{'$regex':'^A','$options':'i'}} | {'a':'abc'}",
        "{'a':{'$regex':'^a.c','$options':'s'}} | {'a':'abc'}, {'a':'a\\nc'}",
        "{'a':{'$regex':'^c','$options':'m'}}   | {'a':'a\\nc'}",
        "{'a':{'$regex':'^ a\\\\ [ #] # b','$options':'x'}} | {'a':'a #'}, {'a':'a  b'}",
      })
  void matches(String filter, String matching) {
    Query query = new Query(Map.of("filter", parsed(filter)));

    for (Object record : (List<?>) parsed("[" + matching + "]")) {
      assertThat(matches(query, record)).as("%s on %s", filter, record).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':null}              | {'a':0}, {'a':[]}, {'a':{}}, {'a':false}, {'a':''}",
        "{'a.b':null}            | {'a':[]}, {'a':[5,{'b':5}]}, {'a':[{'b':5}]}, {'a':[null]}",
        "{'a':{'$ne':null}}      | {'a':null}, null",
        "{'a':{'$exists':true}}  | null",
        "{'a':{'$exists':false}} | {'a':null}",
        "{'a':{'$gt':1}}         | {'a':1.0}, {'a':'2'}, {'a':true}, {'a':null}, null, {'a':[[2]]}",
        "{'a':{'$gt':''}}        | {'a':1}, {'a':{}}, {'a':[[]]}",
        "{'a':{'$lt':2}}         | {'a':2}, {'a':null}, {'a':false}, {'a':{}}, null",
        "{'a':{'$gt':null}}      | null, {'a':null}, {'a':1}",
        "{'a':1}                 | {'a':true}, {'a':'1'}, {'a':[[1]]}, {'a':1.0000000000000000001}",
        "{'a':{'x':1,'y':2}}     | {'a':{'y':2,'x':1}}, {'a':{'x':1,'y':2,'z':3}}, {'a':{'x':1}}",
        "{'a':[1,2]}             | {'a':[2,1]}, {'a':[1,2,3]}, {'a':1}, {'a':[1]}",
        "{'a.01':5}              | {'a':[1,5]}",
        "{'a.1':5}               | {'a':[5]}, {'a':[1,[5]]}",
        "{'a':{'$size':2}}       | {'a':'ab'}, {'a':[1]}, {'a':{'x':1,'y':2}}, {'a':[[1,2]]}",
        "{'a':{'$all':[1,2]}}    | {'a':[1]}, {'a':1}, {'a':[]}, null",
        "{'a':{'$all':[]}}       | {'a':[]}, {'a':1}, null",
        "{'a':{'$in':[]}}        | {'a':[]}, {'a':1}, null",
        "{'a':{'$nin':[1]}}      | {'a':1}, {'a':[2,1]}",
        "{'a':{'$mod':[5,0]}}    | {'a':null}, null, {'a':'5'}, {'a':true}, {'a':1e400}, {'a':[]}",
        "{'a':{'$elemMatch':{'x':1,'y':2}}} | {'a':[{'x':1},{'y':2}]}, {'a':{'x':1,'y':2}}",
        "{'a':{'$elemMatch':{'$gt':1,'$lt':3}}} | {'a':[0,4]}, {'a':2}",
        "{'a':{'$regex':'^a'}}   | {'a':'ba'}, {'a':'A'}, {'a':1}, {'a':null}, null, {'a':'b\\na'}",
        "{'a':{'$regex':'^a.c'}} | {'a':'a\\nc'}",
        "{'a':{'$gt':1},'b':1}   | {'a':2}, {'b':1}",
      })
  void doesNotMatch(String filter, String others) {
    Query query = new Query(Map.of("filter", parsed(filter)));

    for (Object record : (List<?>) parsed("[" + others + "]")) {
      assertThat(matches(query, record)).as("%s on %s", filter, record).isFalse();
    }
  }

  static Stream<Number> ones() {
    return Stream.of(
        1,
        1L,
        (short) 1,
        (byte) 1,
        1f,
        1d,
        BigInteger.ONE,
        new BigDecimal("1.000"),
        new AtomicInteger(1));
  }

  @ParameterizedTest
  @MethodSource("ones")
  void comparesNumbersByValueWhateverTheirType(Number one) {
    assertThat(ones())
        .allSatisfy(
            other -> {
              Map<String, Object> record = Map.of("a", other);
              assertThat(matches(new Query().equalTo("a", one), record)).isTrue();
              assertThat(matches(new Query().greaterThanOrEqualTo("a", one), record)).isTrue();
              assertThat(matches(new Query().lessThan("a", one), record)).isFalse();
              assertThat(matches(new Query().mod("a", 2, one), record)).isTrue();
            });
  }

  @Test
  void comparesFractionsByTheDecimalThatTheyPrintAs() {
    Query query = new Query().equalTo("a", 0.1);

    assertThat(matches(query, parsed("{'a':0.10}"))).isTrue();
    assertThat(matches(query, Map.of("a", 0.1f))).isTrue();
  }

  @Test
  void findsNaNOnlyAsItself() {
    Map<String, Object> record = Map.of("a", Double.NaN);

    assertThat(matches(new Query().equalTo("a", Float.NaN), record)).isTrue();
    assertThat(matches(new Query().lessThanOrEqualTo("a", Double.NaN), record)).isTrue();
    assertThat(matches(new Query().lessThan("a", 0), record)).isFalse();
    assertThat(matches(new Query().greaterThan("a", Double.NaN), Map.of("a", 1))).isFalse();
    assertThat(matches(new Query().lessThan("a", Double.POSITIVE_INFINITY), Map.of("a", 1)))
        .isTrue();
  }

  @Test
  void seesValuesOfJavaInTheirJsonForm() {
    Instant noon = Instant.parse("2020-01-01T12:00:00Z");
    Map<String, Object> record = Map.of("at", noon, "views", JsonObject.of(Map.of("x", 1)));

    assertThat(matches(new Query().equalTo("at", "2020-01-01T12:00:00Z"), record)).isTrue();
    assertThat(matches(new Query().lessThan("at", noon.plusSeconds(1).toString()), record))
        .isTrue();
    assertThat(matches(new Query().equalTo("views.x", 1), record)).isTrue();
    assertThat(matches(new Query().equalTo("at", noon), JsonObject.of(record))).isTrue();
  }

  @Test
  void filtersOutNullAsTheReference() {
    Query query = new Query().notEqualTo("customProperty", null);

    assertThat(query.process((List<?>) parsed("[{'customProperty':null},{'customProperty':'x'}]")))
        .singleElement()
        .hasToString("{\"customProperty\":\"x\"}");
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("^(a+)+$", "a".repeat(100_000) + "b"),
        Arguments.of("^(a|a)*$", "a".repeat(100_000) + "b"),
        Arguments.of("^(.*)*x$", "y".repeat(10_000)));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Timeout(60)
  void matchesHostileExpressionsInLinearTime(String regExp, String text) {
    assertThat(matches(new Query().matches("a", regExp), Map.of("a", text))).isFalse();
  }

  private static boolean matches(Query query, Object record) {
    return !query.process(List.of(record == null ? Map.of() : record)).isEmpty();
  }

  private static Object parsed(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}
