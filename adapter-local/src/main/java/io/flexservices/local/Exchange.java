package io.flexservices.local;

import io.flexservices.runtime.DetachedRequests;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.BodyReader;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestPath;
import io.flexservices.spi.RequestRejected;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request over HTTP, and its answer. */
final class Exchange implements BodyCollector.Receiver {
  private static final AnswerChannel CHANNEL = AnswerChannel.unlimited(true);

  private final FlexRuntime runtime;
  private final DetachedRequests requests;
  private final Deadline deadline;
  private final Request request;
  private final Response response;
  private final Callback callback;

  Exchange(
      FlexRuntime runtime,
      DetachedRequests requests,
      Request request,
      Response response,
      Callback callback) {
    this.runtime = runtime;
    this.requests = requests;
    this.deadline = Deadline.in(runtime.options().requestTimeout());
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  void begin() {
    long limit = runtime.options().requestBodyLimit();
    if (request.getLength() > limit) {
      tooLarge();
    } else {
      new BodyCollector(request, (int) limit, this).run();
    }
  }

  @Override
  public void received(RequestBody body) {
    FlexRequest translated;
    try {
      translated = translate(body);
    } catch (RequestRejected e) {
      answer(runtime.reject(e));
      return;
    }
    if (!requests.start(translated, CHANNEL, this::answer)) {
      // To be told that the service is busy takes a thread as well.
      whereOneMayWait(() -> answer(runtime.handle(translated, CHANNEL)));
    }
  }

  @Override
  public void tooLarge() {
    RequestRejected rejected = BodyReader.tooLarge(runtime.options().requestBodyLimit());
    whereOneMayWait(
        () -> {
          BodyReader.skipRest(Content.Source.asInputStream(request), deadline);
          answer(runtime.reject(rejected));
        });
  }

  @Override
  public void brokenOff() {
    answer(runtime.reject(RequestRejected.malformed("The body could not be read to its end")));
  }

  private void whereOneMayWait(Runnable work) {
    request.getComponents().getExecutor().execute(work);
  }

  private FlexRequest translate(RequestBody body) {
    String query = request.getHttpURI().getQuery();
    return new FlexRequest(
        request.getMethod(),
        RequestPath.encoded(request.getHttpURI().getPath()),
        query == null ? QueryParameters.none() : QueryParameters.encoded(query),
        headers(),
        body,
        deadline);
  }

  private FlexHeaders headers() {
    FlexHeaders.Builder headers = FlexHeaders.builder();
    for (HttpField field : request.getHeaders()) {
      headers.add(field.getName(), field.getValue() == null ? "" : field.getValue());
    }
    return headers.build();
  }

  private void answer(FlexResponse answer) {
    response.setStatus(answer.status());
    for (FlexHeaders.Header header : answer.headers().all()) {
      response.getHeaders().add(header.name(), header.value());
    }
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }
}
