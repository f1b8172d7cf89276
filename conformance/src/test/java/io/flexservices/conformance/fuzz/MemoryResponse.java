package io.flexservices.conformance.fuzz;

import com.google.cloud.functions.HttpResponse;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps an answer. */
final class MemoryResponse implements HttpResponse {
  private final Map<String, String> headers = new TreeMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;

  void check() {
    AnswerRules.check(status, headers, body.toString(StandardCharsets.UTF_8));
  }

  @Override
  public void setStatusCode(int code) {
    status = code;
  }

  @Override
  public void setStatusCode(int code, String message) {
    status = code;
  }

  @Override
  public void setContentType(String contentType) {
    headers.put("content-type", contentType);
  }

  @Override
  public Optional<String> getContentType() {
    return Optional.ofNullable(headers.get("content-type"));
  }

  @Override
  public void appendHeader(String header, String value) {
    headers.put(header.toLowerCase(Locale.ROOT), value);
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    throw new UnsupportedOperationException("the adapter does not ask");
  }

  @Override
  public OutputStream getOutputStream() {
    return body;
  }

  @Override
  public BufferedWriter getWriter() {
    return new BufferedWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
  }
}
