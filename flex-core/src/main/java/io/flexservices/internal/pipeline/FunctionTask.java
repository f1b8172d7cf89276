package io.flexservices.internal.pipeline;

import io.flexservices.error.KinveyError;
import io.flexservices.functions.HookType;
import io.flexservices.internal.kinvey.RequestOrigin;
import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.Deadline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Kinvey asks a function, read from the body and headers of its call by the rules of the
 * reference (kinvey-code-task-runner's {@code httpReceiver.js} and the Flex SDK's {@code
 * functions.js}): the query string wins over the body's query, a body without a {@code body} is the
 * body itself, an empty value counts as absent.
 */
final class FunctionTask {
  private final KinveyHead head;
  private final JsonObject given;
  private final HookType hookType;
  private final Map<String, @Nullable Object> request = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> response = new LinkedHashMap<>();
  private final @Nullable Object contextBody;
  private final @Nullable Object contextQuery;
  private @Nullable KinveyError refusal;

  FunctionTask(KinveyHead head, Map<String, @Nullable Object> urlQuery, @Nullable Object body) {
    this.head = head;
    this.given = objectOrEmpty(body);
    this.hookType = hookTypeOf(given.value("hookType"));
    fillRequest(urlQuery, body);
    fillResponse(objectOrEmpty(plain("response")));
    this.contextBody =
        hookType == HookType.POST
            ? parsed(response.get("body"), "The response's body")
            : parsed(request.get("body"), "The request's body");
    this.contextQuery = parsed(request.get("query"), "The request's query");
    putIfPresent(request, "query", contextQuery);
  }

  KinveyHead head() {
    return head;
  }

  HookType hookType() {
    return hookType;
  }

  @Nullable KinveyError refusal() {
    return refusal;
  }

  /** A fresh copy of the envelope's request. */
  Map<String, @Nullable Object> request() {
    return new LinkedHashMap<>(request);
  }

  /** A fresh copy of the envelope's response. */
  Map<String, @Nullable Object> response() {
    return new LinkedHashMap<>(response);
  }

  JsonObject tempObjectStore() {
    return objectOrEmpty(plain("tempObjectStore"));
  }

  /** What the function's calls to the backend are made for. */
  RequestOrigin origin(Deadline deadline) {
    return new RequestOrigin(
        request.get("objectName") instanceof String name ? name : null,
        hookType == HookType.CUSTOM_ENDPOINT,
        deadline);
  }

  /** What the function sees. */
  Map<String, @Nullable Object> contextProperties() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    for (String name : List.of("method", "username", "userId", "entityId", "loginOptions")) {
      putIfPresent(properties, name, request.get(name));
    }
    properties.put("headers", (hookType == HookType.POST ? response : request).get("headers"));
    if (Json.isTruthy(request.get("objectName"))) {
      properties.put("objectName", request.get("objectName"));
    }
    Object given = plain("hookType");
    properties.put("hookType", Json.isTruthy(given) ? given : hookType.wireName());
    if (hookType == HookType.POST && ErrorStatus.of(response.get("status")) != null) {
      properties.put("status", response.get("status"));
    }
    properties.put("body", contextBody);
    putIfPresent(properties, "query", contextQuery);
    return properties;
  }

  private void fillRequest(Map<String, @Nullable Object> urlQuery, @Nullable Object body) {
    boolean isLogin = plain("loginOptions") != null;
    Object method = plain("method");
    request.put("method", Json.isTruthy(method) ? textOrNumber(method, "method") : "POST");
    request.put("headers", head.originalHeaders());
    if (!isLogin) {
      request.put("username", head.username());
      request.put("userId", head.userId());
    }
    Object objectName = plain("objectName");
    request.put(
        "objectName", Json.isTruthy(objectName) ? textOrNumber(objectName, "objectName") : "");
    request.put("tempObjectStore", tempObjectStore());
    Object query = urlQuery.isEmpty() ? plain("query") : urlQuery;
    if (isFilled(query)) {
      request.put("query", query);
    }
    if (Json.isTruthy(plain("entityId"))) {
      request.put("entityId", textOrNumber(plain("entityId"), "entityId"));
    }
    request.put("body", Json.isTruthy(plain("body")) ? plain("body") : body);
    if (Json.isTruthy(plain("loginOptions"))) {
      request.put("loginOptions", plain("loginOptions"));
    }
  }

  private void fillResponse(JsonObject earlier) {
    response.put("status", firstOf(head.responseStatus(), earlier.value("status"), 0));
    response.put("headers", firstOf(head.responseHeaders(), earlier.value("headers"), Map.of()));
    response.put("body", firstOf(head.responseBody(), earlier.value("body"), Map.of()));
  }

  /** A text must be JSON itself, within the limits; everything else is taken as it is. */
  private @Nullable Object parsed(@Nullable Object value, String what) {
    if (!(value instanceof String text)) {
      return value;
    }
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      JsonTexts.refuseOverLimit(e, what);
      refuse("Request body is not JSON"); // also of a query: the reference's words
      return null;
    }
  }

  /** A number stays one, in the envelope too. */
  private Object textOrNumber(@Nullable Object value, String what) {
    if (value instanceof String || value instanceof Number) {
      return value;
    }
    refuse("Request " + what + " is not a text");
    return "";
  }

  private void refuse(String why) {
    refusal = KinveyError.malformed(why);
  }

  private @Nullable Object plain(String name) {
    return given.value(name);
  }

  private static HookType hookTypeOf(@Nullable Object wireName) {
    if (HookType.PRE.wireName().equals(wireName)) {
      return HookType.PRE;
    }
    return HookType.POST.wireName().equals(wireName) ? HookType.POST : HookType.CUSTOM_ENDPOINT;
  }

  private static boolean isFilled(@Nullable Object query) {
    return query instanceof JsonObject object
        ? !object.isEmpty()
        : query instanceof Map<?, ?> map
            ? !map.isEmpty()
            : query instanceof String text && !text.isEmpty();
  }

  private static Object firstOf(@Nullable Object header, @Nullable Object member, Object fallback) {
    if (header != null) {
      return header;
    }
    return member != null && Json.isTruthy(member) ? member : fallback;
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  private static JsonObject objectOrEmpty(@Nullable Object value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    return value instanceof Map<?, ?> map
        ? JsonObject.of((Map<String, ?>) map)
        : JsonObject.empty();
  }

  private static void putIfPresent(
      Map<String, @Nullable Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}
