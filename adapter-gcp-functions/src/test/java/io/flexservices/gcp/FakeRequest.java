package io.flexservices.gcp;

import com.google.cloud.functions.HttpRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request that answers as the invoker's do, and fails the test where it must not be asked. */
final class FakeRequest implements HttpRequest {
  private final String method;
  private final String uri;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private InputStream body = InputStream.nullInputStream();

  private FakeRequest(String method, String target) {
    this.method = method;
    this.uri = "http://localhost:8080" + target;
  }

  static FakeRequest of(String method, String target) {
    return new FakeRequest(method, target);
  }

  FakeRequest header(String name, String value) {
    headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    return this;
  }

  FakeRequest body(String text) {
    return body(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  FakeRequest body(InputStream stream) {
    body = stream;
    return this;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String getUri() {
    return uri;
  }

  @Override
  public String getPath() {
    throw new AssertionError("getPath is half decoded");
  }

  @Override
  public Optional<String> getQuery() {
    throw new AssertionError("the query is read from the URI");
  }

  @Override
  public Map<String, List<String>> getQueryParameters() {
    throw new AssertionError("getQueryParameters loses the order");
  }

  @Override
  public Map<String, HttpPart> getParts() {
    throw new AssertionError("a Flex request has no parts");
  }

  @Override
  public Optional<String> getContentType() {
    return getFirstHeader("Content-Type");
  }

  @Override
  public long getContentLength() {
    return -1;
  }

  @Override
  public Optional<String> getCharacterEncoding() {
    return Optional.empty();
  }

  @Override
  public InputStream getInputStream() {
    return body;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return headers;
  }
}
