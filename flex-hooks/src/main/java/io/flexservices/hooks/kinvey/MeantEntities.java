package io.flexservices.hooks.kinvey;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.hooks.internal.PlainObjects;
import io.flexservices.json.Json;
import io.flexservices.modules.query.QueryException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a call means when hooks added conditions: a handler that is given an id, or
 * that gives all entities, need not look at them.
 */
final class MeantEntities {
  private static final String DATA = "data";
  private static final String TOTAL = "total";

  private final HookContext context;
  private final @Nullable Object givenQuery;

  /** With the query as it is now: what hooks change comes later. */
  MeantEntities(HookContext context) {
    this.context = context;
    this.givenQuery = Json.copy(context.params().query());
  }

  boolean isQueryChanged() {
    return !context.params().query().equals(givenQuery);
  }

  /** Whether hooks left conditions that the request did not have. */
  boolean hasMoreConditions() {
    return isQueryChanged() && !FlatQuery.conditions(context.params().query()).isEmpty();
  }

  /**
   * Refuses an entity that does not meet the conditions, and what is none where there are some.
   *
   * @throws HookException that there is none, or that the conditions are none
   */
  void require(@Nullable Object entity) {
    if (!isMeant(entity)) {
      throw HookException.noRecord(context.id());
    }
  }

  /** The items, of a list or of a page, that meet the conditions; anything else as it is. */
  @Nullable Object among(@Nullable Object items) {
    if (items instanceof List<?> list) {
      return meant(list);
    }
    return items instanceof Map<?, ?> page && page.get(DATA) instanceof List<?> list
        ? pageOf(meant(list), list.size(), page)
        : items;
  }

  private List<@Nullable Object> meant(List<?> items) {
    List<@Nullable Object> meant = new ArrayList<>();
    for (Object item : items) {
      if (isMeant(item)) {
        meant.add(item);
      }
    }
    return meant;
  }

  /** What was left out is not counted either. */
  private static Map<Object, @Nullable Object> pageOf(
      List<?> meant, int formerSize, Map<?, ?> page) {
    Map<Object, @Nullable Object> changed = new LinkedHashMap<>(page);
    changed.put(DATA, meant);
    if (page.get(TOTAL) instanceof Number total) {
      changed.put(TOTAL, total.longValue() - (formerSize - meant.size()));
    }
    return changed;
  }

  private boolean isMeant(@Nullable Object entity) {
    Map<String, @Nullable Object> conditions = FlatQuery.conditions(context.params().query());
    try {
      return conditions.isEmpty()
          || (entity instanceof Map<?, ?> object
              && FlatQuery.matches(conditions, PlainObjects.of(object)));
    } catch (QueryException e) {
      throw HookException.badRequest(e.debug());
    }
  }
}
