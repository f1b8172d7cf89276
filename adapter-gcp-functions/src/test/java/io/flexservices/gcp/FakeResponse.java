package io.flexservices.gcp;

import com.google.cloud.functions.HttpResponse;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A response that keeps what it is given. */
final class FakeResponse implements HttpResponse {
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final boolean callerHasGone;
  private int status;

  private FakeResponse(boolean callerHasGone) {
    this.callerHasGone = callerHasGone;
  }

  static FakeResponse empty() {
    return new FakeResponse(false);
  }

  static FakeResponse ofACallerWhoHasGone() {
    return new FakeResponse(true);
  }

  int status() {
    return status;
  }

  String text() {
    return body.toString(StandardCharsets.UTF_8);
  }

  String header(String name) {
    return String.join("|", headers.getOrDefault(name, List.of()));
  }

  @Override
  public void setStatusCode(int code) {
    status = code;
  }

  @Override
  public void setStatusCode(int code, String message) {
    throw new AssertionError("HTTP has no use for the message any more");
  }

  @Override
  public void setContentType(String contentType) {
    headers.put("Content-Type", List.of(contentType));
  }

  @Override
  public Optional<String> getContentType() {
    return getFirst("Content-Type");
  }

  @Override
  public void appendHeader(String header, String value) {
    headers.computeIfAbsent(header, key -> new ArrayList<>()).add(value);
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return headers;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    if (callerHasGone) {
      throw new IOException("Broken pipe");
    }
    return body;
  }

  @Override
  public BufferedWriter getWriter() {
    return new BufferedWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
  }

  private Optional<String> getFirst(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
  }
}
