package io.flexservices.local.lambda;

import io.flexservices.spi.FlexHeaders;

/**
 * The headers that every gateway adds: whom a request came from, to which port and how. An address
 * is appended to those that a request brings; the other two replace them.
 */
final class ForwardedHeaders {
  private static final String FOR = "X-Forwarded-For";
  private static final String PORT = "X-Forwarded-Port";
  private static final String PROTO = "X-Forwarded-Proto";

  private ForwardedHeaders() {}

  /** The call with these headers. */
  static HttpCall add(HttpCall call) {
    String before = call.headers().first(FOR);
    String ip = call.connection().sourceIp();
    FlexHeaders.Builder headers = FlexHeaders.builder();
    Pairs.of(call.headers())
        .without(FOR)
        .without(PORT)
        .without(PROTO)
        .list()
        .forEach(header -> headers.add(header.name(), header.value()));
    headers.add(FOR, before == null ? ip : before + ", " + ip);
    headers.add(PORT, Integer.toString(call.connection().port()));
    headers.add(PROTO, "http");
    return new HttpCall(
        call.method(), call.path(), call.query(), headers.build(), call.body(), call.connection());
  }
}
