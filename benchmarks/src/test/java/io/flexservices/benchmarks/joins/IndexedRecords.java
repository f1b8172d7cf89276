package io.flexservices.benchmarks.joins;

import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Records by the values of one field, as a database with an index has them: what is measured of a
 * join that calls for each record is the join, and not the search. What it gives are copies.
 */
final class IndexedRecords implements Records {
  private final String field;
  private final Map<Object, List<Map<String, Object>>> byValue = new HashMap<>();

  IndexedRecords(String field, List<Map<String, Object>> records) {
    this.field = field;
    for (Map<String, Object> record : records) {
      byValue.computeIfAbsent(record.get(field), value -> new ArrayList<>()).add(record);
    }
  }

  @Override
  public CompletionStage<List<Map<String, @Nullable Object>>> find(HookParams params) {
    Object wanted = params.query().get(field);
    List<Map<String, @Nullable Object>> found = new ArrayList<>();
    if (wanted instanceof Map<?, ?> anyOf && anyOf.get("$in") instanceof List<?> values) {
      new LinkedHashSet<>(values).forEach(value -> add(value, found));
    } else {
      add(wanted, found);
    }
    return CompletableFuture.completedStage(found);
  }

  private void add(@Nullable Object value, List<Map<String, @Nullable Object>> found) {
    for (Map<String, Object> record : byValue.getOrDefault(value, List.of())) {
      found.add(JsonObject.of(record).toMap());
    }
  }
}
