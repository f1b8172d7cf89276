package io.flexservices.completion;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The completion of a function: {@code complete.setBody(entity).setQuery(query).ok().next()}. In a
 * pre hook {@code next()} changes the request's body and query, everything else sets the response's
 * body.
 */
public final class FunctionCompletion extends BodyCompletion<FunctionCompletion> {
  FunctionCompletion(Completions request, @Nullable Draft draft) {
    super(request, draft);
  }

  @Override
  FunctionCompletion builder(Draft draft) {
    return new FunctionCompletion(request, draft);
  }

  /**
   * Replaces the request's query; of use in a pre hook only.
   *
   * @param query an object with the members {@code query}, {@code sort}, {@code limit}, {@code
   *     skip}, {@code fields}: a map or a {@code JsonObject}. Its {@code query} and {@code sort}
   *     may be objects or their JSON texts. Null leaves the query as it is.
   */
  public FunctionCompletion setQuery(@Nullable Object query) {
    FunctionCompletion builder = builder();
    if (Json.isTruthy(query)) {
      builder.draft().query = wireForm(query instanceof JsonObject object ? object.asMap() : query);
    }
    return builder;
  }

  /** Kinvey takes {@code query} and {@code sort} as texts. */
  private static @Nullable Object wireForm(@Nullable Object query) {
    if (!(query instanceof Map<?, ?> given)) {
      return query;
    }
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>(given);
    copy.computeIfPresent("query", (name, value) -> textOf(value));
    copy.computeIfPresent("sort", (name, value) -> textOf(value));
    return copy;
  }

  private static Object textOf(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? value
        : Json.text(value);
  }
}
