package io.flexservices.hooks.internal;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What handlers answer, as plain values. */
public final class Bodies {
  private Bodies() {}

  /** Copies of records, in a list to change. */
  public static List<Map<String, @Nullable Object>> records(List<JsonObject> views) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>(views.size());
    for (JsonObject view : views) {
      records.add(view.toMap());
    }
    return records;
  }

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
