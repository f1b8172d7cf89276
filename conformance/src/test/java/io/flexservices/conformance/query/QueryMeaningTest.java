package io.flexservices.conformance.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.modules.query.Query;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A query in memory finds what an independent implementation of MongoDB finds. */
class QueryMeaningTest {
  private static final MongoServerOracle ORACLE = new MongoServerOracle();

  @AfterAll
  static void stopTheServer() {
    ORACLE.close();
  }

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsTheSameRecords(long seed) {
    Random random = new Random(seed);
    RandomRecords values = new RandomRecords(random);
    RandomQueries queries = new RandomQueries(random, values);
    List<Map<String, @Nullable Object>> records = values.records(12);
    ORACLE.hold(records);
    for (int i = 0; i < 20; i++) {
      assertSame(queries.query(), records, values);
      assertSame(queries.sorted(), records, values);
    }
  }

  private static void assertSame(
      Query query, List<Map<String, @Nullable Object>> records, RandomRecords values) {
    List<?> retyped = records.stream().map(values::retyped).toList();
    assertThat(ids(query, retyped))
        .as("%s on %s", query, Json.text(records))
        .isEqualTo(ORACLE.ids(query.toJson()));
  }

  private static List<Integer> ids(Query query, List<?> records) {
    return query.process(records).stream()
        .map(record -> ((Number) record.asMap().get("_id")).intValue())
        .toList();
  }
}
