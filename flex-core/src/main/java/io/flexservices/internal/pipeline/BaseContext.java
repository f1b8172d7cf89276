package io.flexservices.internal.pipeline;

import io.flexservices.context.FlexContext;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the three contexts share, over the properties as they came over the wire. */
abstract class BaseContext implements FlexContext {
  private final JsonObject properties;
  private final CallScope scope;
  private final JsonObject headers;

  BaseContext(Map<String, @Nullable Object> properties, CallScope scope) {
    this.properties = JsonObject.of(properties);
    this.scope = scope;
    this.headers = headers(this.properties.value("headers"));
  }

  /**
   * A post hook may be sent the response's headers as a text.
   *
   * @throws io.flexservices.spi.RequestRejected where that is over a limit of JSON
   */
  private static JsonObject headers(@Nullable Object headers) {
    if (headers instanceof String text) {
      return JsonTexts.objectOrEmpty(text, "X-Kinvey-Response-Headers");
    }
    return headers instanceof JsonObject object ? object : JsonObject.empty();
  }

  @Override
  public String method() {
    return textOrEmpty("method");
  }

  @Override
  public JsonObject headers() {
    return headers;
  }

  @Override
  public @Nullable String username() {
    return properties.string("username");
  }

  @Override
  public @Nullable String userId() {
    return properties.string("userId");
  }

  @Override
  public String requestId() {
    return scope.head().requestId();
  }

  @Override
  public @Nullable Object bodyValue() {
    return properties.value("body");
  }

  @Override
  public <T> T body(Class<T> type) {
    return Json.bind(properties.value("body"), type);
  }

  @Override
  public JsonObject toJson() {
    return properties;
  }

  @Override
  public Duration remainingTime() {
    return scope.deadline().remaining();
  }

  @Override
  public Logger logger() {
    return scope.logger();
  }

  /** A property that is a string, or a number in its digits; else null. */
  final @Nullable String text(String name) {
    Object value = properties.value(name);
    return value instanceof String || value instanceof Number ? value.toString() : null;
  }

  /** A property that is a string, else empty. */
  final String textOrEmpty(String name) {
    String text = text(name);
    return text == null ? "" : text;
  }

  /** A property that is an object, else null. */
  final @Nullable JsonObject object(String name) {
    return properties.value(name) instanceof JsonObject object ? object : null;
  }
}
