package io.flexservices.hooks.records;

import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Finds records by a query that may be too long for one URL. Then several go out, without order and
 * extent, which are applied to what all of them gave; a record that several gave counts once.
 */
final class ChunkedFind {
  private static final String ID = "_id";
  private static final String SORT = "$sort";
  private static final String SELECT = "$select";

  private ChunkedFind() {}

  static CompletableFuture<List<JsonObject>> find(Store store, Map<String, @Nullable Object> flat) {
    int budget = UrlLength.budget(store.pathLength());
    if (UrlLength.of(FlatQuery.toQuery(flat, ID)) <= budget) {
      return store.find(FlatQuery.toQuery(flat, ID));
    }
    List<Map<String, @Nullable Object>> chunks = QueryChunks.of(unordered(flat), budget);
    return SideBySide.each(
            chunks,
            (Map<String, @Nullable Object> chunk) -> store.find(FlatQuery.toQuery(chunk, ID)))
        .thenApply(found -> FlatQuery.toQuery(order(flat), ID).process(distinct(found)));
  }

  /** The conditions, and the fields that are wanted or sorted by. */
  private static Map<String, @Nullable Object> unordered(Map<String, @Nullable Object> flat) {
    Map<String, @Nullable Object> unordered = FlatQuery.conditions(flat);
    if (flat.get(SELECT) instanceof List<?> fields) {
      List<@Nullable Object> read = new ArrayList<>(fields);
      if (flat.get(SORT) instanceof Map<?, ?> sort) {
        sort.keySet().stream().filter(field -> !read.contains(field)).forEach(read::add);
      }
      unordered.put(SELECT, read);
    }
    return unordered;
  }

  /** Everything but the conditions, which Kinvey judged. */
  private static Map<String, @Nullable Object> order(Map<String, @Nullable Object> flat) {
    Map<String, @Nullable Object> order = new LinkedHashMap<>(flat);
    order.keySet().removeAll(FlatQuery.conditions(flat).keySet());
    if (!flat.containsKey(SORT)) {
      order.remove(SELECT); // Kinvey gave these fields and no others
    }
    return order;
  }

  private static List<JsonObject> distinct(List<List<JsonObject>> found) {
    Map<Object, JsonObject> byId = new LinkedHashMap<>();
    for (List<JsonObject> part : found) {
      for (JsonObject record : part) {
        Object id = record.value(ID);
        byId.putIfAbsent(id == null ? new Object() : id, record);
      }
    }
    return List.copyOf(byId.values());
  }
}
