package io.flexservices.internal.background;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work that was ordered: what to do and on whose behalf.
 *
 * @param name the task
 * @param key what marks the work; null where whoever ordered it set none
 * @param payload any JSON value
 * @param headers Kinvey's headers of the request that ordered it, by their names; none for a
 *     schedule
 * @param expires from when on it is not begun any more; null for never
 */
public record TaskOrder(
    String name,
    @Nullable String key,
    @Nullable Object payload,
    JsonObject headers,
    @Nullable Instant expires) {
  /** Checks the arguments. */
  public TaskOrder {
    requireNonNull(name, "name == null");
    requireNonNull(headers, "headers == null");
  }

  /** Reads what {@link #toJson} wrote, or what a schedule says; null where it names no task. */
  static @Nullable TaskOrder of(JsonObject json) {
    if (!(json.value("name") instanceof String name)) {
      return null;
    }
    return new TaskOrder(
        name,
        json.value("key") instanceof String key ? key : null,
        json.value("payload"),
        json.value("headers") instanceof JsonObject headers ? headers : JsonObject.empty(),
        json.value("expires") instanceof Long millis ? Instant.ofEpochMilli(millis) : null);
  }

  Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("key", key);
    json.put("payload", payload);
    json.put("headers", headers);
    json.put("expires", expires == null ? null : expires.toEpochMilli());
    return json;
  }

  /** Without the payload and the headers, which hold the app's credentials. */
  @Override
  public String toString() {
    return "TaskOrder[name=" + name + ", key=" + key + ", expires=" + expires + "]";
  }
}
