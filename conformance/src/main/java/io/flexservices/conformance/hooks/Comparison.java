package io.flexservices.conformance.hooks;

import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a vector expects, compared as JSON: the order of members does not count. */
final class Comparison {
  private final JsonObject vector;

  Comparison(JsonObject vector) {
    this.vector = vector;
  }

  /** What differs, in words; null where nothing does. */
  @Nullable String failure(Map<String, @Nullable Object> outcome, List<Map<String, Object>> calls) {
    String expected = text(vector.value("expected"));
    String actual = text(outcome);
    if (!expected.equals(actual)) {
      return "expected " + expected + " but was " + actual;
    }
    return callsCount() ? failureOfCalls(calls) : null;
  }

  /** Where they are recorded: under {@code logCalls}, and always for a batch loader. */
  private boolean callsCount() {
    return Boolean.TRUE.equals(vector.bool("logCalls")) || vector.has("steps");
  }

  private @Nullable String failureOfCalls(List<Map<String, Object>> calls) {
    JsonArray recorded = vector.array("calls");
    List<List<String>> expected = runs(recorded == null ? List.of() : recorded.asList());
    List<List<String>> actual = runs(calls);
    return expected.equals(actual) ? null : "expected calls " + expected + " but were " + actual;
  }

  /** The calls of each run; those of one run are made side by side, in any order. */
  private static List<List<String>> runs(List<?> calls) {
    List<List<String>> runs = new ArrayList<>();
    runs.add(new ArrayList<>());
    for (Object call : calls) {
      if (call instanceof Map<?, ?> marker && marker.containsKey("run")) {
        runs.add(new ArrayList<>());
      } else {
        runs.get(runs.size() - 1).add(text(call));
      }
    }
    runs.forEach(run -> run.sort(null));
    return runs;
  }

  private static String text(@Nullable Object value) {
    return Json.text(sorted(Json.parse(Json.text(value))));
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      members.forEach((name, member) -> sorted.put((String) name, sorted(member)));
      return sorted;
    }
    if (value instanceof List<?> items) {
      List<@Nullable Object> sorted = new ArrayList<>();
      items.forEach(item -> sorted.add(sorted(item)));
      return sorted;
    }
    return value;
  }
}
