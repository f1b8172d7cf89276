package io.flexservices.testkit;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import io.flexservices.spi.RequestBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of Kinvey's to a service, and who made the client's request behind it. A builder,
 * mutable and for one thread; it ends in {@link #send()}, which may be called several times.
 *
 * <p>Without further calls it comes from nobody, with made-up metadata of an app, the service's own
 * shared secret and the original header {@code x-kinvey-api-version: 3}.
 *
 * @param <R> the type of the builder
 */
public abstract sealed class TestRequest<R extends TestRequest<R>>
    permits PathRequest, FunctionRequest, LoginRequest {
  private final Exchange exchange;
  private final KinveyHeaders headers;

  TestRequest(Exchange exchange) {
    this.exchange = exchange;
    this.headers = new KinveyHeaders(exchange.sharedSecret(), exchange.baasUrl());
  }

  abstract R self();

  abstract String method();

  /** Computed while sending, as what is malformed is the service's to refuse. */
  abstract Target target();

  abstract RequestBody body();

  /** The user who makes the request. */
  public final R as(String username, String userId) {
    header("X-Kinvey-Username", requireNonNull(username, "username == null"));
    return header("X-Kinvey-User-Id", requireNonNull(userId, "userId == null"));
  }

  /** Sets a header of Kinvey's call itself, in place of one of that name. */
  public final R header(String name, String value) {
    requireNonNull(name, "name == null");
    headers.set(name, requireNonNull(value, "value == null"));
    return self();
  }

  /** The key that the call carries in {@code X-Auth-Key}; null for none. */
  public final R authKey(@Nullable String key) {
    headers.set("X-Auth-Key", key);
    return self();
  }

  /** The id that Kinvey gives the request; the log lines carry it. */
  public final R requestId(String id) {
    return header("X-Kinvey-Request-Id", requireNonNull(id, "id == null"));
  }

  /**
   * What Kinvey says of the app: {@code _id}, {@code appsecret}, {@code mastersecret}, {@code
   * baasUrl}. It takes the place of all that, the address of a {@link FakeBackend} too.
   */
  public final R appMetadata(Map<String, ?> metadata) {
    return header("X-Kinvey-App-Metadata", Json.text(requireNonNull(metadata, "metadata == null")));
  }

  /** Adds a header of the client's original request, which a handler sees in its context. */
  public final R originalHeader(String name, Object value) {
    requireNonNull(name, "name == null");
    headers.original(name, requireNonNull(value, "value == null"));
    return self();
  }

  /** Adds a custom request property, any value with a JSON form. */
  public final R customRequestProperty(String name, @Nullable Object value) {
    headers.customRequestProperty(requireNonNull(name, "name == null"), value);
    return self();
  }

  /** Calls the service and waits for its answer, at most for the time that its options grant. */
  public final FlexTestResponse send() {
    return exchange.send(method(), this::target, headers.build(), body());
  }
}
