package io.flexservices.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The records that a field stands for. It only says which keys it needs: they are sent when nothing
 * else of the query can go on, so that fields of one level and loader make one call.
 */
final class JoinFetcher implements DataFetcher<CompletionStage<@Nullable Object>> {
  private final GraphQlJoin join;
  private final Call.LoaderKey key;
  private final boolean isList;

  /**
   * A fetcher.
   *
   * @param isList whether the field gives a list
   */
  JoinFetcher(GraphQlJoin join, String service, boolean isList) {
    this.join = join;
    this.key = new Call.LoaderKey(service, join.childField(), join.toMany());
    this.isList = isList;
  }

  @Override
  public CompletionStage<@Nullable Object> get(DataFetchingEnvironment environment) {
    Collection<?> keys = keys(environment.getSource());
    if (keys.isEmpty()) {
      return CompletableFuture.completedStage(isList ? List.of() : null);
    }
    Call call = Call.of(environment);
    call.checkCount();
    return call.loader(key)
        .loadMany(keys)
        .thenApply((List<Object> found) -> counted(call, records(found)));
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private Collection<?> keys(@Nullable Object source) {
    if (!(source instanceof Map<?, ?> record)) {
      return List.of();
    }
    Object value = JsonObject.of((Map<String, ?>) record).path(join.parentField());
    if (value instanceof JsonArray several) {
      return several.asList().stream().filter(Objects::nonNull).toList();
    }
    return value == null ? List.of() : List.of(value);
  }

  private @Nullable Object counted(Call call, List<@Nullable Object> records) {
    call.count(isList ? records.size() : Math.min(records.size(), 1));
    return isList ? records : records.isEmpty() ? null : records.get(0);
  }

  private static List<@Nullable Object> records(List<?> found) {
    List<@Nullable Object> records = new ArrayList<>(found.size());
    for (Object one : found) {
      if (one instanceof List<?> several) {
        records.addAll(several);
      } else if (one != null) {
        records.add(one);
      }
    }
    return records;
  }
}
