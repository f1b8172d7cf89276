package io.flexservices.conformance.fuzz;

import com.google.cloud.functions.HttpRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as the functions framework hands it over, of a request in memory. */
final class MemoryRequest implements HttpRequest {
  private final RawRequest raw;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  MemoryRequest(RawRequest raw) {
    this.raw = raw;
    for (Map.Entry<String, String> header : raw.headers()) {
      headers.computeIfAbsent(header.getKey(), name -> new ArrayList<>()).add(header.getValue());
    }
  }

  @Override
  public String getMethod() {
    return raw.method();
  }

  @Override
  public String getUri() {
    return "http://localhost:8080" + raw.target();
  }

  @Override
  public String getPath() {
    throw new UnsupportedOperationException("half decoded");
  }

  @Override
  public Optional<String> getQuery() {
    throw new UnsupportedOperationException("read from the URI");
  }

  @Override
  public Map<String, List<String>> getQueryParameters() {
    throw new UnsupportedOperationException("without order");
  }

  @Override
  public Map<String, HttpPart> getParts() {
    throw new UnsupportedOperationException("no parts");
  }

  @Override
  public Optional<String> getContentType() {
    return getFirstHeader("Content-Type");
  }

  @Override
  public long getContentLength() {
    return raw.body().length;
  }

  @Override
  public Optional<String> getCharacterEncoding() {
    return Optional.empty();
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(raw.body());
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return headers;
  }
}
