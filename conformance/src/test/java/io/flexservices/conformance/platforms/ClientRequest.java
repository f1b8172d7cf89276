package io.flexservices.conformance.platforms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as a client puts it on the wire. A value: each method returns a new one.
 *
 * @param method the method
 * @param target path and query, as they stand in the request line
 * @param headers in order
 * @param body its octets; none where there is no body
 * @param isBase64 whether a gateway hands the body over in Base64
 */
record ClientRequest(
    String method, String target, List<Header> headers, byte[] body, boolean isBase64) {
  /** A header line. */
  record Header(String name, String value) {}

  static ClientRequest get(String target) {
    return of("GET", target);
  }

  static ClientRequest of(String method, String target) {
    return new ClientRequest(method, target, List.of(), new byte[0], false);
  }

  /** A POST of JSON. */
  static ClientRequest post(String target, String json) {
    return of("POST", target).header("Content-Type", "application/json").body(json);
  }

  ClientRequest header(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new ClientRequest(method, target, List.copyOf(more), body, isBase64);
  }

  ClientRequest body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  ClientRequest body(byte[] octets) {
    return new ClientRequest(method, target, headers, octets, isBase64);
  }

  /** This request, its body in Base64 in an event. */
  ClientRequest inBase64() {
    return new ClientRequest(method, target, headers, body, true);
  }

  /** The path, still encoded. */
  String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /** What follows the question mark; empty where there is none. */
  String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
