package io.flexservices.internal.pipeline;

import io.flexservices.json.Json;
import io.flexservices.spi.FlexResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a function: {@code {request, response}}, both as the request brought them until a
 * completion changes them (the reference's {@code kinveyCompletionHandler.js}, {@code next} and
 * {@code done}).
 */
final class Envelope {
  private final FunctionTask task;
  private final Map<String, @Nullable Object> request;
  private final Map<String, @Nullable Object> response;

  Envelope(FunctionTask task, Map<String, @Nullable Object> tempObjectStore) {
    this(task, task.request(), task.response());
    request.put("tempObjectStore", tempObjectStore);
  }

  private Envelope(
      FunctionTask task,
      Map<String, @Nullable Object> request,
      Map<String, @Nullable Object> response) {
    this.task = task;
    this.request = request;
    this.response = response;
  }

  /**
   * An envelope for an error that has no room for what the request brought. Nothing goes on, so
   * that the request in it does not count; the response is as where Kinvey sent none.
   */
  static Envelope withoutEcho(FunctionTask task) {
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    response.put("status", 0);
    response.put("headers", Map.of());
    return new Envelope(task, new LinkedHashMap<>(), response);
  }

  /** Sets the body that Kinvey answers its client with. */
  void responseBody(@Nullable Object body) {
    if (Json.isTruthy(body)) {
      response.put("body", body);
    }
  }

  /** Sets what a pre hook lets go on in place of the request's own. */
  void changedRequest(@Nullable Object body, @Nullable Object query) {
    if (Json.isTruthy(body)) {
      request.put("body", body);
    }
    Object changed = query != null ? query : request.get("query");
    if (changed != null) {
      request.put("query", changed);
      request.put("params", changed);
    }
  }

  /** Lets the custom request properties travel on. */
  void customRequestProperties(Map<String, @Nullable Object> properties) {
    request.put("headers", task.head().originalHeadersWith(properties));
  }

  FlexResponse answer(int status, boolean next) {
    response.put("continue", next);
    return json(status, next);
  }

  /** The answer to a task that is malformed in itself: there, nothing says {@code continue}. */
  FlexResponse refusal(int status) {
    return json(status, false);
  }

  private FlexResponse json(int status, boolean next) {
    response.put("statusCode", status);
    response.put("body", Answers.body(response.get("body")));
    Map<String, @Nullable Object> both = new LinkedHashMap<>();
    both.put("request", request);
    both.put("response", response);
    return Answers.json(status, next, both);
  }
}
