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
  private static final Map<String, String> MODIFIERS =
      Map.of("$limit", "limit", "$skip", "skip", "$sort", "sort", "$select", "fields");

  private FlatQuery() {}

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
