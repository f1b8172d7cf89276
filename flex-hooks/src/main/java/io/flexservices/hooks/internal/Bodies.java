package io.flexservices.hooks.internal;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import org.jspecify.annotations.Nullable;

/** What handlers answer, as plain values. */
public final class Bodies {
  private Bodies() {}

  /**
   * A copy to change. A text that is JSON is what it says, as it is for clients: otherwise hooks
   * would pass over what they are to take away.
   *
   * @throws JsonException where the body has no JSON form
   */
  public static @Nullable Object plain(@Nullable Object body) {
    if (body instanceof String text) {
      try {
        return Json.parse(text);
      } catch (JsonException e) {
        return text;
      }
    }
    return Json.copy(body);
  }
}
