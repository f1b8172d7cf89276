package io.flexservices.hooks.fields;

import io.flexservices.hooks.HookContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes another record out of one. */
@FunctionalInterface
public interface ItemMapping {
  /**
   * What stands in the place of a record.
   *
   * @param record the record, which may be changed
   * @return the record that takes its place; null where that is the given one
   * @throws Exception anything; it ends the call as a failing hook does
   */
  @Nullable Map<String, @Nullable Object> map(
      Map<String, @Nullable Object> record, HookContext context) throws Exception;
}
