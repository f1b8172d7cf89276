package io.flexservices.hooks;

import io.flexservices.hooks.internal.FlatQuery;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What {@link Records} does where nothing else is said. */
final class RecordsDefaults {
  private RecordsDefaults() {}

  /**
   * A condition on the id that the query has already holds beside the id. Which extent of a list is
   * wanted says nothing about one record: a skip would pass it over.
   */
  static HookParams byId(String idField, Object id, HookParams params) {
    HookParams byId = params.copy();
    Map<String, @Nullable Object> query = byId.query();
    query.remove("$skip");
    query.remove("$limit");
    if (query.containsKey(idField)) {
      Map<String, @Nullable Object> conditions = FlatQuery.conditions(query);
      query.keySet().removeAll(conditions.keySet());
      query.put("$and", List.of(conditions, Map.of(idField, id)));
    } else {
      query.put(idField, id);
    }
    return byId;
  }

  static Map<String, @Nullable Object> only(List<Map<String, @Nullable Object>> found, Object id) {
    if (found.isEmpty()) {
      throw HookException.noRecord(id);
    }
    return found.get(0);
  }

  static CompletionStage<@Nullable Object> refused(HookMethod method) {
    return CompletableFuture.failedStage(
        HookException.methodNotAllowed(
            "These records do not take '" + method.documentName() + "'"));
  }
}
