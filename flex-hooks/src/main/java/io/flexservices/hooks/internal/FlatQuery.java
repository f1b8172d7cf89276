package io.flexservices.hooks.internal;

import static java.util.Objects.requireNonNull;

import io.flexservices.modules.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flat query of the hook documents, {@code {userId: 1, $limit: 5, $sort: {id: -1}, $select:
 * ["id"]}}, in the form of Kinvey's {@link Query}, which alone knows what conditions mean.
 */
public final class FlatQuery {
  /** The names of what is no condition, with Kinvey's names for it. */
  static final Map<String, String> MODIFIERS =
      Map.of("$limit", "limit", "$skip", "skip", "$sort", "sort", "$select", "fields");

  private FlatQuery() {}

  /** The conditions alone, without order, extent and choice of fields. */
  public static Map<String, @Nullable Object> conditions(Map<String, @Nullable Object> flat) {
    Map<String, @Nullable Object> conditions = new LinkedHashMap<>(flat);
    conditions.keySet().removeAll(MODIFIERS.keySet());
    return conditions;
  }

  /** Whether a record meets the conditions. */
  public static boolean matches(Map<String, @Nullable Object> flat, Map<String, ?> record) {
    return !new Query(Map.of("filter", conditions(flat))).process(List.of(record)).isEmpty();
  }

  /**
   * The query within a page size, which the caller of a service may give or switch off.
   *
   * @param paginate {@code {default: n, max: m}}, either of them optional: the limit where the
   *     query has none, and the largest there may be; anything else for all records
   * @return the query itself where nothing limits it, else a copy
   */
  public static Map<String, @Nullable Object> paged(
      Map<String, @Nullable Object> flat, @Nullable Object paginate) {
    if (!(paginate instanceof Map<?, ?> page)) {
      return flat;
    }
    Object limit = flat.get("$limit") == null ? page.get("default") : flat.get("$limit");
    if (page.get("max") instanceof Number max
        && !(limit instanceof Number given && isWithin(given, max))) {
      limit = max;
    }
    if (limit == null) {
      return flat;
    }
    Map<String, @Nullable Object> paged = new LinkedHashMap<>(flat);
    paged.put("$limit", limit);
    return paged;
  }

  /** Zero is no limit to Kinvey. */
  private static boolean isWithin(Number limit, Number max) {
    return limit.doubleValue() > 0 && limit.doubleValue() <= max.doubleValue();
  }

  /**
   * The same query for Kinvey.
   *
   * @param idField the name of the id, which records have whatever is selected
   * @throws io.flexservices.modules.query.QueryException where a modifier is of the wrong type
   */
  public static Query toQuery(Map<String, @Nullable Object> flat, String idField) {
    requireNonNull(flat, "flat == null");
    Map<String, @Nullable Object> filter = new LinkedHashMap<>();
    Map<String, @Nullable Object> options = new LinkedHashMap<>();
    flat.forEach(
        (name, value) -> {
          String modifier = MODIFIERS.get(name);
          if (modifier == null) {
            filter.put(name, value);
          } else if (value != null) {
            options.put(modifier, value);
          }
        });
    options.put("filter", filter);
    options.computeIfPresent("fields", (name, fields) -> withId(fields, idField));
    return new Query(options);
  }

  private static Object withId(Object fields, String idField) {
    if (!(fields instanceof List<?> names) || names.contains(idField)) {
      return fields;
    }
    List<@Nullable Object> all = new ArrayList<>(names);
    all.add(idField);
    return all;
  }
}
