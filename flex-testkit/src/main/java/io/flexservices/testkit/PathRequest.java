package io.flexservices.testkit;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestBody;
import org.jspecify.annotations.Nullable;

/** A request by method and path, as Kinvey sends it for data events. */
public final class PathRequest extends TestRequest<PathRequest> {
  private final String method;
  private final String path;
  private final QueryParameters.Builder query = QueryParameters.builder();
  private RequestBody body = RequestBody.empty();

  PathRequest(Exchange exchange, String method, String path) {
    super(exchange);
    this.method = method;
    this.path = path;
  }

  /**
   * Adds a parameter to the query string, not encoded. What Kinvey's {@code query} and {@code sort}
   * are is a JSON text.
   */
  public PathRequest query(String name, String value) {
    requireNonNull(name, "name == null");
    query.add(name, requireNonNull(value, "value == null"));
    return this;
  }

  /** Sets the body: any value with a JSON form. */
  public PathRequest json(@Nullable Object value) {
    return text(Json.text(value));
  }

  /** Sets the body: a text that says it is JSON, be it so or not. */
  public PathRequest text(String text) {
    body = RequestBody.of(requireNonNull(text, "text == null"));
    return header("Content-Type", "application/json");
  }

  @Override
  PathRequest self() {
    return this;
  }

  @Override
  String method() {
    return method;
  }

  @Override
  Target target() {
    return Target.parse(path, query.build());
  }

  @Override
  RequestBody body() {
    return body;
  }
}
