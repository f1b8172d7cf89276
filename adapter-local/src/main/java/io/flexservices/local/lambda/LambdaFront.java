package io.flexservices.local.lambda;

import io.flexservices.spi.FlexHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** HTTP in front of a function; each request has a thread of the server, which may wait long. */
final class LambdaFront extends Handler.Abstract {
  private final GatewayCalls gatewayCalls;
  private final DirectCalls directCalls;

  LambdaFront(GatewayCalls gatewayCalls, DirectCalls directCalls) {
    this.gatewayCalls = gatewayCalls;
    this.directCalls = directCalls;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    // A connection that waits for the function is not idle.
    request.addIdleTimeoutListener(timeout -> false);
    int limit = (int) PlatformLimits.EVENT_WITHOUT_LIMITS;
    byte[] body = Content.Source.asInputStream(request).readNBytes(limit + 1);
    HttpAnswer answer =
        body.length > limit
            ? Refusals.tooLarge("request body", limit)
            : answer(call(request, body));
    write(answer, response, callback);
    return true;
  }

  private HttpAnswer answer(HttpCall call) {
    return DirectCalls.matches(call) ? directCalls.answer(call) : gatewayCalls.answer(call);
  }

  private static HttpCall call(Request request, byte[] body) {
    FlexHeaders.Builder headers = FlexHeaders.builder();
    for (HttpField field : request.getHeaders()) {
      headers.add(field.getName(), field.getValue() == null ? "" : field.getValue());
    }
    String path = request.getHttpURI().getPath();
    return new HttpCall(
        request.getMethod(),
        path == null || path.isEmpty() ? "/" : path,
        request.getHttpURI().getQuery(),
        headers.build(),
        body,
        new HttpCall.Connection(
            Request.getRemoteAddr(request),
            Request.getLocalPort(request),
            request.getConnectionMetaData().getProtocol()));
  }

  /** The server itself leaves out the body of an answer to HEAD. */
  private static void write(HttpAnswer answer, Response response, Callback callback) {
    response.setStatus(answer.status());
    for (FlexHeaders.Header header : answer.headers().all()) {
      response.getHeaders().add(header.name(), header.value());
    }
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }
}
