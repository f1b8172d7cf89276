package io.flexservices.hooks.fields;

import io.flexservices.hooks.HookContext;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Changes or replaces a record without blocking. */
@FunctionalInterface
public interface AsyncItemChange {
  /**
   * Begins to change one record. All records are begun before the first one is done.
   *
   * @param record the record, to be changed
   * @return complete when the record is changed: with an object that takes its place, or with
   *     anything else where the record itself was changed
   * @throws Exception anything; it ends the call as a failing hook does
   */
  CompletionStage<?> start(Map<String, @Nullable Object> record, HookContext context)
      throws Exception;
}
