package io.flexservices.hooks.validation;

import io.flexservices.hooks.HookContext;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Checks a record that is to be written without holding up its thread, and may put a tidier one in
 * its place. Called once for each record; see {@link Validation#validateAsync}.
 */
@FunctionalInterface
public interface AsyncValidator {
  /**
   * Begins to check a record.
   *
   * @param values the record
   * @return complete with the record to write in its place, or with null where it stays as it is;
   *     failed where something is wrong, for the client by a {@link
   *     io.flexservices.hooks.HookException}. One that is never complete ends with the request's
   *     deadline
   * @throws Exception anything; as if the stage failed with it
   */
  CompletionStage<? extends @Nullable Map<String, ?>> validate(
      Map<String, @Nullable Object> values, HookContext context) throws Exception;
}
