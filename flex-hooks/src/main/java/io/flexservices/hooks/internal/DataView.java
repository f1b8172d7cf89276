package io.flexservices.hooks.internal;

import static java.util.Objects.requireNonNull;

import io.flexservices.context.FlexContext;
import io.flexservices.data.DataContext;
import io.flexservices.data.DataEvent;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A context of a data handler with properties of its own, on behalf of a request. */
public class DataView implements DataContext {
  private final FlexContext request;
  private final DataEvent event;
  private final JsonObject properties;

  /**
   * A context.
   *
   * @param request who calls, how much time is left
   * @param properties all properties by their names in the Flex SDK
   */
  public DataView(FlexContext request, DataEvent event, Map<String, @Nullable Object> properties) {
    this.request = requireNonNull(request, "request == null");
    this.event = requireNonNull(event, "event == null");
    this.properties = JsonObject.of(properties);
  }

  @Override
  public final DataEvent event() {
    return event;
  }

  @Override
  public final String serviceObjectName() {
    return text("serviceObjectName");
  }

  @Override
  public final @Nullable String entityId() {
    Object id = properties.value("entityId");
    return id == null ? null : String.valueOf(id);
  }

  @Override
  public final @Nullable JsonObject query() {
    return properties.object("query");
  }

  @Override
  public final @Nullable Object bodyValue() {
    return properties.value("body");
  }

  @Override
  public final <T> T body(Class<T> type) {
    return Json.bind(bodyValue(), type);
  }

  @Override
  public final JsonObject toJson() {
    return properties;
  }

  @Override
  public final String method() {
    return text("method");
  }

  @Override
  public final JsonObject headers() {
    return request.headers();
  }

  @Override
  public final @Nullable String username() {
    return request.username();
  }

  @Override
  public final @Nullable String userId() {
    return request.userId();
  }

  @Override
  public final String requestId() {
    return request.requestId();
  }

  @Override
  public final Duration remainingTime() {
    return request.remainingTime();
  }

  @Override
  public final Logger logger() {
    return request.logger();
  }

  private String text(String name) {
    String text = properties.string(name);
    return text == null ? "" : text;
  }
}
