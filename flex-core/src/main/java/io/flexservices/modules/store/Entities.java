package io.flexservices.modules.store;

import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What handlers hand to stores: maps, views, or values of their own classes. */
final class Entities {
  private Entities() {}

  /**
   * A map or a list, as the value looks as JSON; null for null and for what is neither.
   *
   * @throws io.flexservices.json.JsonException where the value has no JSON form
   */
  static @Nullable Object plain(@Nullable Object value) {
    Object plain = value;
    if (value instanceof JsonObject object) {
      plain = object.asMap();
    } else if (value instanceof JsonArray array) {
      plain = array.asList();
    } else if (value != null && !(value instanceof Map) && !(value instanceof List)) {
      plain = Json.parse(Json.bytes(value));
    }
    return plain instanceof Map || plain instanceof List ? plain : null;
  }

  /** The id of an entity; null where it has none, or one that counts as none. */
  static @Nullable String id(@Nullable Object plain) {
    Object id = plain instanceof Map<?, ?> entity ? entity.get("_id") : null;
    return Json.isTruthy(id) ? String.valueOf(id) : null;
  }
}
