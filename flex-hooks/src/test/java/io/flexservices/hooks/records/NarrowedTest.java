package io.flexservices.hooks.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowedTest {
  private static final List<@Nullable Object> VALUES =
      Arrays.asList(
          null,
          1,
          1L,
          1.0,
          new BigDecimal("1.00"),
          BigInteger.ONE,
          "1",
          2,
          1.5,
          new BigDecimal("1.50"),
          0.1,
          0.1f,
          -0.0,
          0,
          Long.MAX_VALUE,
          new BigDecimal("9223372036854775808"),
          new BigDecimal("1E+400"),
          1e300,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          true,
          false,
          "",
          "true",
          Map.of(),
          Map.of("a", 1),
          List.of(),
          Arrays.asList(1, null),
          List.of("1", true),
          List.of(List.of(1), Map.of("a", 1)));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsWhatQueriesFind(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Map<String, @Nullable Object>> all =
          IntStream.range(0, 20).mapToObj(id -> record(random, id)).toList();
      HookParams params = new HookParams();
      params.setQuery(query(random));
      assertThat(found(MemoryRecords.of("id", all), params))
          .as("%s", params.query())
          .isEqualTo(byQueryAlone(all, params));
    }
  }

  @Test
  void aMillionKeysTakeOneLookUpForEachRecord() {
    List<Map<String, Object>> all =
        IntStream.range(0, 100_000).mapToObj(id -> Map.<String, Object>of("id", id)).toList();
    HookParams params = new HookParams();
    params.query().put("id", Map.of("$in", IntStream.range(50_000, 1_050_000).boxed().toList()));
    assertThat(found(MemoryRecords.of("id", all), params)).hasSize(50_000);
  }

  private static Map<String, @Nullable Object> record(Random random, int id) {
    Map<String, @Nullable Object> record = new HashMap<>();
    record.put("id", id);
    for (String field : List.of("a", "b")) {
      if (random.nextInt(5) > 0) {
        record.put(field, value(random));
      }
    }
    return record;
  }

  private static Map<String, @Nullable Object> query(Random random) {
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    for (String field : List.of("b", "a")) {
      switch (random.nextInt(5)) {
        case 0 -> query.put(field, value(random));
        case 1, 2 -> query.put(field, in(random));
        case 3 -> query.put(field, Map.of("$ne", 1));
        default -> {}
      }
    }
    if (random.nextInt(4) == 0) {
      query.put("$limit", 3);
      query.put("$sort", Map.of("id", -1));
    }
    return query;
  }

  private static Map<String, @Nullable Object> in(Random random) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(value(random));
    }
    return new HashMap<>(Map.of("$in", values));
  }

  private static @Nullable Object value(Random random) {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private static List<Map<String, @Nullable Object>> found(Records records, HookParams params) {
    return records.find(params).toCompletableFuture().join();
  }

  private static List<Map<String, @Nullable Object>> byQueryAlone(
      List<Map<String, @Nullable Object>> all, HookParams params) {
    return FlatQuery.toQuery(params.query(), "id").process(all).stream()
        .map(JsonObject::toMap)
        .toList();
  }
}
