package io.flexservices.local;

import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.BodyReader;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestPath;
import io.flexservices.spi.RequestRejected;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Translates between HTTP and the core; each request has a thread of the server. */
final class LocalHandler extends Handler.Abstract {
  private static final AnswerChannel CHANNEL = AnswerChannel.unlimited(true);

  private final FlexRuntime runtime;

  LocalHandler(FlexRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    // A connection that waits for a handler is not idle; the deadline bounds the wait.
    request.addIdleTimeoutListener(timeout -> false);
    FlexResponse answer;
    Deadline deadline = Deadline.in(runtime.options().requestTimeout());
    try {
      answer = runtime.handle(translate(request, deadline), CHANNEL);
    } catch (IOException e) {
      answer = runtime.reject(RequestRejected.malformed("The body could not be read to its end"));
    } catch (RequestRejected e) {
      BodyReader.skipRest(Content.Source.asInputStream(request), deadline);
      answer = runtime.reject(e);
    }
    write(answer, response, callback);
    return true;
  }

  private FlexRequest translate(Request request, Deadline deadline) throws IOException {
    long limit = runtime.options().requestBodyLimit();
    if (request.getLength() > limit) {
      throw BodyReader.tooLarge(limit);
    }
    String query = request.getHttpURI().getQuery();
    return new FlexRequest(
        request.getMethod(),
        RequestPath.encoded(request.getHttpURI().getPath()),
        query == null ? QueryParameters.none() : QueryParameters.encoded(query),
        headers(request),
        BodyReader.read(Content.Source.asInputStream(request), limit),
        deadline);
  }

  private static FlexHeaders headers(Request request) {
    FlexHeaders.Builder headers = FlexHeaders.builder();
    for (HttpField field : request.getHeaders()) {
      headers.add(field.getName(), field.getValue() == null ? "" : field.getValue());
    }
    return headers.build();
  }

  private static void write(FlexResponse answer, Response response, Callback callback) {
    response.setStatus(answer.status());
    for (FlexHeaders.Header header : answer.headers().all()) {
      response.getHeaders().add(header.name(), header.value());
    }
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }
}
