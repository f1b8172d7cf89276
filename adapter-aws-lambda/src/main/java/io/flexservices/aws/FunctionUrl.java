package io.flexservices.aws;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestPath;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a function: payload 2.0, the path always encoded and without a stage.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Invoking Lambda
 *     function URLs</a>
 */
final class FunctionUrl implements EventSource {
  @Override
  public FlexRequest request(EventObject event, long bodyLimit, Deadline deadline) {
    String path = RequestParts.path(event.text("rawPath"));
    return Payload2.request(event, RequestPath.encoded(path), bodyLimit, deadline);
  }

  @Override
  public @Nullable String method(EventObject event) {
    return Payload2.method(event);
  }

  @Override
  public Map<String, @Nullable Object> head(FlexResponse response) {
    return Payload2.head(response);
  }
}
