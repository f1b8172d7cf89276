package io.flexservices.aws;

import io.flexservices.json.Json;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestPath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invocation without a gateway, from the console, the command line or another function. The
 * shape is this project's own:
 *
 * <pre>{@code
 * {"method": "POST", "path": "/widgets?notify=true", "headers": {"X-Kinvey-Username": "ada"}, "body": {"name": "x"}}
 * {"status": 201, "headers": {"Content-Type": "application/json; charset=utf-8"}, "body": {"name": "x"}}
 * }</pre>
 *
 * <p>The path is encoded and may have a query. A header is a text, or a list of texts where it
 * comes several times. A body that is a text is taken as it is, so it holds JSON; any other value
 * is the JSON itself. The answer's body is the JSON value, and null where there is none.
 */
final class DirectInvocation implements EventSource {
  @Override
  public FlexRequest request(EventObject event, long bodyLimit, Deadline deadline) {
    String target = RequestParts.path(event.text("path"));
    int mark = target.indexOf('?');
    return new FlexRequest(
        RequestParts.method(method(event)),
        RequestPath.encoded(mark < 0 ? target : target.substring(0, mark)),
        mark < 0 ? QueryParameters.none() : QueryParameters.encoded(target.substring(mark + 1)),
        RequestParts.headers(event.lines("headers")),
        body(event),
        deadline);
  }

  @Override
  public @Nullable String method(EventObject event) {
    return event.text("method");
  }

  @Override
  public Map<String, @Nullable Object> head(FlexResponse response) {
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("status", response.status());
    head.put("headers", AnswerHeaders.joined(response.headers()));
    return head;
  }

  @Override
  public AnswerBody body(FlexResponse response) {
    return new AnswerBody.Value();
  }

  /** The body is a JSON value, and has no room for octets. */
  @Override
  public boolean takesCompressed() {
    return false;
  }

  private static RequestBody body(EventObject event) {
    if (!event.has(EventBody.MEMBER)) {
      return RequestBody.empty();
    }
    byte[] text = event.octets(EventBody.MEMBER);
    return RequestBody.of(text == null ? Json.bytes(event.value(EventBody.MEMBER)) : text);
  }
}
