package io.flexservices.conformance.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An HTTP request, and its form in bytes, which is what is kept of a failure.
 *
 * @param target the path and the query as they stand in the request line
 */
record RawRequest(
    String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {
  /** The request as it goes over the wire, with a length that fits. */
  byte[] bytes() {
    StringBuilder head = new StringBuilder(method).append(' ').append(target);
    head.append(" HTTP/1.1\r\nHost: localhost\r\n");
    for (Map.Entry<String, String> header : headers) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** The request that bytes are, read as it comes: what is missing is empty. */
  static RawRequest of(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    String[] lines = (end < 0 ? all : all.substring(0, end)).split("\r\n", -1);
    String[] words = lines[0].split(" ", 3);
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(": ");
      if (colon > 0) {
        headers.add(Map.entry(lines[i].substring(0, colon), lines[i].substring(colon + 2)));
      }
    }
    byte[] body = end < 0 ? new byte[0] : all.substring(end + 4).getBytes(StandardCharsets.UTF_8);
    return new RawRequest(words[0], words.length > 1 ? words[1] : "", headers, body);
  }
}
