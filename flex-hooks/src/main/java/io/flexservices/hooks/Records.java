package io.flexservices.hooks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where joins read: a collection of records, wherever they are kept. What it gives are modifiable
 * maps and lists that belong to the caller. May be called from any thread; a method must not wait
 * for what it starts, and need not answer within the call.
 *
 * <p>Only {@link #find} has to be there. The others are for hooks that write; by default they fail
 * with {@link HookException.Kind#METHOD_NOT_ALLOWED}.
 */
@FunctionalInterface
public interface Records {
  /** The records of the params' query, in its order. */
  CompletionStage<List<Map<String, @Nullable Object>>> find(HookParams params);

  /** The name of the field that holds a record's id. */
  default String idField() {
    return "_id";
  }

  /**
   * The record of an id, among those of the params' query; fails with {@link
   * HookException.Kind#NOT_FOUND} where there is none.
   */
  default CompletionStage<Map<String, @Nullable Object>> get(Object id, HookParams params) {
    HookParams byId = RecordsDefaults.byId(idField(), id, params);
    return find(byId)
        .thenApply((List<Map<String, @Nullable Object>> found) -> RecordsDefaults.only(found, id));
  }

  /** Adds a record, or a list of records; gives it, or them, as stored. */
  default CompletionStage<@Nullable Object> create(Object data, HookParams params) {
    return RecordsDefaults.refused(HookMethod.CREATE);
  }

  /** Replaces the record of an id; gives it as stored. */
  default CompletionStage<@Nullable Object> update(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    return RecordsDefaults.refused(HookMethod.UPDATE);
  }

  /** Changes some fields of the record of an id, or of all of the query; gives them as stored. */
  default CompletionStage<@Nullable Object> patch(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    return RecordsDefaults.refused(HookMethod.PATCH);
  }

  /** Removes the record of an id, or all of the query; gives what was removed. */
  default CompletionStage<@Nullable Object> remove(@Nullable Object id, HookParams params) {
    return RecordsDefaults.refused(HookMethod.REMOVE);
  }
}
