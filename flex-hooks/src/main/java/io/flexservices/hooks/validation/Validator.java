package io.flexservices.hooks.validation;

import io.flexservices.hooks.HookContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a record that is to be written. Called once for each record, and for
 * several calls at once; see {@link Validation#validate}.
 */
@FunctionalInterface
public interface Validator {
  /**
   * Checks a record.
   *
   * @param values the record
   * @return what is wrong by the names of the fields; empty or null where nothing is
   * @throws Exception anything; a {@link io.flexservices.hooks.HookException} is for the client
   */
  @Nullable Map<String, ?> validate(Map<String, @Nullable Object> values, HookContext context)
      throws Exception;
}
