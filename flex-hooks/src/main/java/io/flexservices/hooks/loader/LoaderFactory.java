package io.flexservices.hooks.loader;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.CallingParams;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.RecordsSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds records by the values of one field. */
final class LoaderFactory<V extends @Nullable Object> implements BatchFunction<V> {
  private final RecordsSource records;
  private final String field;
  private final ResultType type;
  private final Function<Map<String, @Nullable Object>, ? extends @Nullable Object> getKey;
  private final FactoryOptions options;

  LoaderFactory(RecordsSource records, String field, boolean multi, FactoryOptions options) {
    this.records = requireNonNull(records, "records == null");
    this.field = requireNonNull(field, "field == null");
    this.type = multi ? ResultType.LIST : ResultType.REQUIRED;
    this.options = requireNonNull(options, "options == null");
    Function<Map<String, @Nullable Object>, @Nullable Object> ofField = record -> record.get(field);
    this.getKey = options.getKey() == null ? ofField : options.getKey();
  }

  @Override
  public CompletionStage<List<V>> load(List<Object> keys, HookContext context) {
    return records
        .open(context)
        .find(params(BatchLoader.getUniqueKeys(keys), context))
        .thenApply(
            (List<Map<String, @Nullable Object>> found) ->
                BatchLoader.getResultsByKey(keys, found, getKey, type, ResultOptions.defaults()));
  }

  /** The records of a service that the call knows. */
  static Records service(HookContext context, String name) {
    Records records = context.service(name);
    if (records == null) {
      throw new IllegalStateException("The call knows no service \"" + name + "\" to load from.");
    }
    return records;
  }

  private HookParams params(List<Object> keys, HookContext context) {
    Map<String, @Nullable Object> query = new HashMap<>(Map.of(field, Map.of("$in", keys)));
    Map<String, @Nullable Object> injects = new HashMap<>();
    injects.put(HookParams.PAGINATE, false);
    injects.putAll(options.injects());
    List<String> names = options.paramNames();
    if (names != null) {
      return CallingParams.of(context, query, names, injects);
    }
    HookParams params = CallingParams.of(context, query);
    injects.forEach(params::set);
    return params;
  }
}
