package io.flexservices.hooks.validation;

import org.jspecify.annotations.Nullable;

/** Puts errors together to what the client is told, one after the other. */
@FunctionalInterface
public interface SchemaErrors {
  /**
   * Adds an error.
   *
   * @param errors what was put together so far; null at first
   * @return what is to be told with this error, a value with a JSON form
   */
  Object add(@Nullable Object errors, SchemaError error);
}
