package io.flexservices.hooks.cache;

import io.flexservices.hooks.internal.Keys;
import io.flexservices.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a record is found by.
 *
 * @param scope whom it was read for
 * @param id its id, or what the cache's key function makes of that; see {@link #stable}
 */
record CacheKey(CacheScope scope, Object id) {
  /**
   * A value to compare by: numbers by what they amount to and not by their class, objects and lists
   * as copies that nobody changes.
   */
  static @Nullable Object stable(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof Number number ? Keys.canonical(number) : Json.copy(value);
  }
}
