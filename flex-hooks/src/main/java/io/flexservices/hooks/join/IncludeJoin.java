package io.flexservices.hooks.join;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.internal.Paths;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one include puts into one record: one call of a service, and what is joined to that. */
final class IncludeJoin extends Join {
  private final PopulateRun run;
  private final RecordJoin target;
  private final Include include;
  private final String place;
  private final @Nullable String provider;
  private final long startedAt;
  private @Nullable Object items;

  IncludeJoin(
      PopulateRun run, RecordJoin target, Include include, String place, @Nullable String around) {
    super(target);
    this.run = run;
    this.target = target;
    this.include = include;
    this.place = place;
    this.provider = include.providerWithin(around);
    this.startedAt = run.now();
  }

  RecordJoin target() {
    return target;
  }

  Include include() {
    return include;
  }

  /** Where the records go. */
  String place() {
    return place;
  }

  /** What goes there: a record, a list of them, or null. */
  @Nullable Object items() {
    return items;
  }

  /** The params of the call; the context's, but for what the include says. */
  HookParams params(HookContext context, @Nullable Map<String, ?> selected) {
    HookParams params = new HookParams(context.params().asMap());
    params.setQuery(query(selected));
    if (include.paginate() instanceof Integer size) {
      params.set(HookParams.PAGINATE, new LinkedHashMap<>(Map.of("default", size)));
    } else if (Boolean.FALSE.equals(include.paginate())) {
      params.set(HookParams.PAGINATE, false);
    }
    if (!include.useInnerPopulate()) {
      params.set(HookParams.POPULATE, Populate.SKIP);
    }
    if (provider == null) {
      params.remove(HookParams.PROVIDER);
    } else {
      params.set(HookParams.PROVIDER, provider);
    }
    return params;
  }

  /** Belongs to the call, which may change it: what the schema and the record hold is copied. */
  private Map<String, @Nullable Object> query(@Nullable Map<String, ?> selected) {
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    if (include.query() != null) {
      query.putAll(JsonObject.of(include.query()).toMap());
    }
    String parentField = include.parentField();
    String childField = include.childField();
    if (parentField != null && childField != null) {
      Object value = Paths.getOrNull(target.record(), parentField);
      query.put(childField, value instanceof List<?> values ? anyOf(values) : value);
    }
    if (selected != null) {
      query.putAll(selected);
    }
    return query;
  }

  private static Map<String, @Nullable Object> anyOf(List<?> values) {
    Map<String, @Nullable Object> condition = new LinkedHashMap<>();
    condition.put("$in", new ArrayList<@Nullable Object>(values));
    return condition;
  }

  /** The service's records are there; what is joined to them may begin. */
  void found(List<Map<String, @Nullable Object>> records) throws Exception {
    boolean isSingle = records.size() == 1 && !include.asArray();
    if (isSingle) {
      items = records.get(0);
    } else {
      items = records.isEmpty() && !include.asArray() ? null : records;
    }
    List<Include> further = include.include();
    if (further != null) {
      run.join(this, records, further, provider, target.depth() + 1);
    }
    closed();
  }

  @Override
  void finish() {
    if (run.isProfiled()) {
      target.timed(place, startedAt);
    }
  }
}
