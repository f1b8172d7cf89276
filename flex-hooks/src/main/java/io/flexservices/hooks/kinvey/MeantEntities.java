package io.flexservices.hooks.kinvey;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.json.Json;
import io.flexservices.modules.query.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a call means when hooks added conditions: a handler that is given an id, or
 * that gives all entities, need not look at them.
 */
final class MeantEntities {
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
   * Refuses an entity that does not meet the conditions.
   *
   * @throws HookException that there is none, or that the conditions are none
   */
  void require(@Nullable Object entity) {
    if (!isMeant(entity)) {
      throw HookException.noRecord(context.id());
    }
  }

  /** The items that meet the conditions; what is no list as it is. */
  @Nullable Object among(@Nullable Object items) {
    if (!(items instanceof List<?> list)) {
      return items;
    }
    List<@Nullable Object> meant = new ArrayList<>();
    for (Object item : list) {
      if (isMeant(item)) {
        meant.add(item);
      }
    }
    return meant;
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private boolean isMeant(@Nullable Object entity) {
    try {
      return !(entity instanceof Map<?, ?> object)
          || FlatQuery.matches(context.params().query(), (Map<String, ?>) object);
    } catch (QueryException e) {
      throw HookException.badRequest(e.debug());
    }
  }
}
