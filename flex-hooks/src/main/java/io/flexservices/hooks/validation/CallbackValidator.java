package io.flexservices.hooks.validation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a record and tells the outcome to a callback; see {@link Validation#callbackToPromise}.
 */
@FunctionalInterface
public interface CallbackValidator {
  /**
   * Begins to check a record.
   *
   * @param values the record
   * @param callback to be called once, by any thread
   * @throws Exception anything; it counts unless the callback was called before
   */
  void validate(Map<String, @Nullable Object> values, Callback callback) throws Exception;

  /** Takes the outcome. The first call counts; later ones do nothing. */
  @FunctionalInterface
  interface Callback {
    /**
     * Ends the validation.
     *
     * @param errors what is wrong by the names of the fields; empty or null where nothing is
     * @param sanitized the record to write in place of the one that was checked; null where that
     *     stays as it is. It does not count where there are errors
     */
    void call(@Nullable Map<String, ?> errors, @Nullable Map<String, ?> sanitized);
  }
}
