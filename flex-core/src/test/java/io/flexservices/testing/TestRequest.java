package io.flexservices.testing;

import io.flexservices.json.Json;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestPath;
import java.time.Duration;

/** Builds requests as Kinvey sends them: {@code TestRequest.post("/widgets").json(map)}. */
public final class TestRequest {
  private final String method;
  private final String target;
  private final FlexHeaders.Builder headers = FlexHeaders.builder();
  private RequestBody body = RequestBody.empty();
  private Deadline deadline = Deadline.in(Duration.ofMinutes(1));

  private TestRequest(String method, String target) {
    this.method = method;
    this.target = target;
  }

  public static TestRequest of(String method, String target) {
    return new TestRequest(method, target);
  }

  public static TestRequest get(String target) {
    return of("GET", target);
  }

  public static TestRequest post(String target) {
    return of("POST", target);
  }

  public TestRequest header(String name, String value) {
    headers.add(name, value);
    return this;
  }

  /** The headers of the client's request, as JSON. */
  public TestRequest originalHeaders(Object originalHeaders) {
    return header("X-Kinvey-Original-Request-Headers", Json.text(originalHeaders));
  }

  public TestRequest json(Object value) {
    return header("Content-Type", "application/json").text(Json.text(value));
  }

  public TestRequest text(String text) {
    body = RequestBody.of(text);
    return this;
  }

  public TestRequest within(Duration budget) {
    deadline = Deadline.in(budget);
    return this;
  }

  public FlexRequest build() {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark + 1);
    return new FlexRequest(
        method,
        RequestPath.encoded(path),
        QueryParameters.encoded(query),
        headers.build(),
        body,
        deadline);
  }
}
