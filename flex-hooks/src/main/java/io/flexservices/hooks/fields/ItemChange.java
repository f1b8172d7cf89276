package io.flexservices.hooks.fields;

import io.flexservices.hooks.HookContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes a record in place. */
@FunctionalInterface
public interface ItemChange {
  /**
   * Changes one record.
   *
   * @param record the record, to be changed
   * @throws Exception anything; it ends the call as a failing hook does
   */
  void change(Map<String, @Nullable Object> record, HookContext context) throws Exception;
}
