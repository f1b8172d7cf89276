package io.flexservices.context;

import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonForm;
import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The state of the Kinvey request that a handler serves, at the stage of Kinvey's pipeline that the
 * request is in. Read-only: what shall travel on is handed to the completion ({@code setBody},
 * {@code setQuery}) or to {@code modules.requestContext()}. May be read from any thread.
 */
public interface FlexContext extends JsonForm {
  /**
   * The HTTP method of the client's request: {@code GET}, {@code POST}, {@code PUT}, {@code
   * DELETE}.
   */
  String method();

  /**
   * The headers of the client's original request ({@code X-Kinvey-Original-Request-Headers}), by
   * the names that Kinvey sends; for a post hook those of the response so far. Not the headers of
   * Kinvey's call to this service.
   */
  JsonObject headers();

  /** A header by its name in any case, or null where it is missing or is no string. */
  default @Nullable String header(String name) {
    for (String candidate : headers().names()) {
      if (candidate.equalsIgnoreCase(name)) {
        return headers().value(candidate) instanceof String text ? text : null;
      }
    }
    return null;
  }

  /**
   * The name of the user who made the request ({@code X-Kinvey-Username}): empty where Kinvey sent
   * none, null in a login hook, which has no user yet.
   */
  @Nullable String username();

  /** The id of the user who made the request ({@code X-Kinvey-User-Id}), as {@link #username()}. */
  @Nullable String userId();

  /** The id that Kinvey gave the request ({@code X-Kinvey-Request-Id}), or empty. */
  String requestId();

  /**
   * The body, which is an object; the empty object where there is none.
   *
   * @throws JsonException where it is an array or a plain value: see {@link #bodyArray()} and
   *     {@link #bodyValue()}
   */
  default JsonObject body() {
    Object body = bodyValue();
    if (body == null) {
      return JsonObject.empty();
    }
    if (body instanceof JsonObject object) {
      return object;
    }
    throw new JsonException("The body is no object; read it by bodyArray() or bodyValue()");
  }

  /**
   * The body, which is an array.
   *
   * @throws JsonException where it is something else
   */
  default JsonArray bodyArray() {
    if (bodyValue() instanceof JsonArray array) {
      return array;
    }
    throw new JsonException("The body is no array; read it by body() or bodyValue()");
  }

  /**
   * The body, whatever it is: a {@link JsonObject}, a {@link JsonArray}, a plain value, or null.
   */
  @Nullable Object bodyValue();

  /**
   * The body as a value of the user's own class, bound by jackson-databind, which then must be on
   * the class path.
   *
   * @throws JsonException where the body does not fit the class
   */
  <T> T body(Class<T> type);

  /**
   * All properties by their names in the Flex SDK, as they came over the wire; without those that
   * the request does not have.
   */
  @Override
  JsonObject toJson();

  /**
   * How much of the request's time is left: until then it must be answered, or the client gets an
   * error in its place. Zero when it is spent, never negative. What is the smallest counts: the
   * handler's own time-out, the service's, the platform's.
   */
  Duration remainingTime();

  /** The logger of this request, also for threads that the handler started. */
  Logger logger();
}
