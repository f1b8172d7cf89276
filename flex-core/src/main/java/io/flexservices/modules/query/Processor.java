package io.flexservices.modules.query;

import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query applied to records: conditions, order, extent and fields, one after another. */
final class Processor {
  private final Conditions conditions;
  private final Modifiers modifiers;

  Processor(Map<String, @Nullable Object> filter, Modifiers modifiers) {
    this.conditions = Conditions.of(filter);
    this.modifiers = modifiers;
  }

  List<JsonObject> process(Collection<?> records) {
    List<Map<String, ?>> matching = new ArrayList<>();
    for (Object record : records) {
      Map<String, ?> object = object(record);
      if (conditions.test(object)) {
        matching.add(object);
      }
    }
    Projection projection = Projection.of(modifiers.fields);
    return extent(ordered(matching)).map(projection::apply).map(JsonObject::of).toList();
  }

  /** Kinvey ranks by distance what no field sorts. */
  private List<Map<String, ?>> ordered(List<Map<String, ?>> records) {
    if (!modifiers.sort.isEmpty()) {
      return Sorting.of(modifiers.sort).sorted(records);
    }
    Near near = conditions.near();
    return near == null ? records : near.nearestFirst(records);
  }

  private Stream<Map<String, ?>> extent(List<Map<String, ?>> records) {
    Stream<Map<String, ?>> rest = records.stream();
    if (modifiers.hasSkip()) {
      rest = rest.skip(modifiers.skip.longValue());
    }
    Number limit = modifiers.limit;
    // MongoDB reads a limit below zero as one batch of that many.
    return limit == null || !modifiers.hasLimit()
        ? rest
        : rest.limit((long) Math.abs(limit.doubleValue()));
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  private static Map<String, ?> object(@Nullable Object record) {
    if (PlainValue.of(record) instanceof Map<?, ?> object) {
      return (Map<String, ?>) object;
    }
    throw new QueryException("data argument must be an Array of Objects.");
  }
}
