package io.flexservices.conformance.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.RawHttp;
import io.flexservices.conformance.platform.Target;
import java.io.IOException;
import java.util.List;

/** Reaches the service on a target that runs, as the platform itself does. */
final class Caller {
  private static final String INVOKE = "/2015-03-31/functions/function/invocations";

  private final Target target;
  private final RawHttp http;

  Caller(Target target, String url) {
    this.target = target;
    this.http = new RawHttp(url);
  }

  Target target() {
    return target;
  }

  /** Sends a client's request: as octets to a server, in the event's shape to a function. */
  Reply send(ClientRequest request) throws IOException {
    return takesEvents(target) ? event(EventShape.of(target).of(request)) : octets(request);
  }

  /** Hands the function an event, and reads its answer in the shape of the target. */
  Reply event(Event event) throws IOException {
    return FunctionAnswer.read(target, invoke(event.json()));
  }

  /** Hands the function any text for an event; its answer as it wrote it. */
  String invoke(String event) throws IOException {
    RawHttp.Answer answer = http.send("POST", INVOKE, event);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("X-Amz-Function-Error")).as(answer.body()).isEmpty();
    return answer.body();
  }

  /** Whether the target is a function, whose requests are events. */
  static boolean takesEvents(Target target) {
    return target != Target.LOCAL && target != Target.GCP;
  }

  private Reply octets(ClientRequest request) throws IOException {
    List<String> lines =
        request.headers().stream().map(header -> header.name() + ": " + header.value()).toList();
    RawHttp.Answer answer = http.send(request.method(), request.target(), request.body(), lines);
    List<ClientRequest.Header> headers = answer.head().lines().skip(1).map(Caller::header).toList();
    return new Reply(answer.status(), headers, answer.octets(), answer.head() + answer.body());
  }

  private static ClientRequest.Header header(String line) {
    int colon = line.indexOf(':');
    return new ClientRequest.Header(line.substring(0, colon), line.substring(colon + 1).trim());
  }
}
