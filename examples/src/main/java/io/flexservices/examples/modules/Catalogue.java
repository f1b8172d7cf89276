package io.flexservices.examples.modules;

import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.data.DataContext;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.modules.query.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records of one's own, found by the queries that clients send to Kinvey. */
final class Catalogue {
  private static final List<Map<String, Object>> RECORDS =
      List.of(
          Map.of("_id", "1", "title", "Emma", "year", 1815),
          Map.of("_id", "2", "title", "Ulysses", "year", 1922),
          Map.of("_id", "3", "title", "Beloved", "year", 1987));

  private Catalogue() {}

  static Outcome find(DataContext context, DataCompletion complete, Modules modules) {
    try {
      return complete.setBody(query(context.query()).process(RECORDS)).ok().next();
    } catch (IllegalArgumentException | JsonException e) {
      return complete.setBody(e.getMessage()).badRequest().next();
    }
  }

  private static Query query(@Nullable JsonObject parameters) {
    Map<String, @Nullable Object> options = new LinkedHashMap<>();
    if (parameters != null) {
      options.putAll(parameters.asMap());
      options.put("filter", object(parameters.string("query")));
      options.put("sort", object(parameters.string("sort")));
    }
    return new Query(options);
  }

  private static @Nullable Object object(@Nullable String text) {
    return text == null ? null : JsonObject.parse(text);
  }
}
