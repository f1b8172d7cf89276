package io.flexservices.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.flexservices.hooks.CallingParams;
import io.flexservices.hooks.HookException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The records that a field of {@code Query} stands for: those whose fields have the values of the
 * arguments of the same names, or one of the values where an argument is a list.
 */
final class RootFetcher implements DataFetcher<CompletionStage<@Nullable Object>> {
  static final String LIMIT = "limit";
  static final String SKIP = "skip";
  static final String SORT = "sort";

  private final String service;
  private final boolean isList;
  private final int maxRecords;
  private final Set<String> sortable;

  /**
   * A fetcher.
   *
   * @param isList whether the field gives a list
   * @param sortable the fields whose order clients may ask for: that of others would tell them what
   *     these hold
   */
  RootFetcher(String service, boolean isList, int maxRecords, Set<String> sortable) {
    this.service = service;
    this.isList = isList;
    this.maxRecords = maxRecords;
    this.sortable = sortable;
  }

  @Override
  public CompletionStage<@Nullable Object> get(DataFetchingEnvironment environment) {
    Call call = Call.of(environment);
    Map<String, Object> query = query(environment.getArguments());
    if (Integer.valueOf(0).equals(query.get("$limit"))) {
      return CompletableFuture.completedStage(List.of());
    }
    return call.records(service)
        .find(CallingParams.of(call.context(), query))
        .thenApply(
            (List<Map<String, @Nullable Object>> found) -> {
              call.count(found.size());
              return isList ? found : found.isEmpty() ? null : found.get(0);
            });
  }

  private Map<String, Object> query(Map<String, Object> arguments) {
    Map<String, Object> query = new LinkedHashMap<>();
    Map<String, Object> conditions = new HashMap<>(arguments);
    Object limit = conditions.remove(LIMIT);
    Object skip = conditions.remove(SKIP);
    Object sort = conditions.remove(SORT);
    conditions.forEach(
        (field, value) -> {
          if (value != null) {
            query.put(field, value instanceof List<?> ? Map.of("$in", value) : value);
          }
        });
    query.put("$limit", isList ? Math.min(count(LIMIT, limit, maxRecords), maxRecords) : 1);
    query.put("$skip", count(SKIP, skip, 0));
    if (sort instanceof String fields) {
      query.put("$sort", order(fields));
    }
    return query;
  }

  private static int count(String name, @Nullable Object value, int otherwise) {
    int count = value instanceof Integer given ? given : otherwise;
    if (count < 0) {
      throw HookException.badRequest(name + " < 0: " + count);
    }
    return count;
  }

  /** Fields with commas between them; a minus before one that descends. */
  private Map<String, Object> order(String fields) {
    Map<String, Object> order = new LinkedHashMap<>();
    for (String field : fields.split(",", -1)) {
      boolean descends = field.strip().startsWith("-");
      String name = descends ? field.strip().substring(1) : field.strip();
      if (!sortable.contains(name)) {
        throw HookException.badRequest("There is no field \"" + name + "\" to sort by");
      }
      order.put(name, descends ? -1 : 1);
    }
    return order;
  }
}
