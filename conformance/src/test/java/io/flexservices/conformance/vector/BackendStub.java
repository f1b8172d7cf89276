package io.flexservices.conformance.vector;

import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FakeAnswer;
import io.flexservices.testkit.FakeBackend;
import io.flexservices.testkit.FakeCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kinvey's backend as a vector says: it gives the vector's answers in order, then {@code {}}. */
public final class BackendStub implements AutoCloseable {
  private static final List<String> HEADERS =
      List.of(
          "authorization", "content-type", "x-kinvey-api-version", "x-kinvey-skip-business-logic");

  private final FakeBackend backend;

  private BackendStub(FakeBackend backend) {
    this.backend = backend;
  }

  /** Starts a stub on a port that is free. */
  public static BackendStub start() {
    return new BackendStub(FakeBackend.start().otherwise(call -> FakeAnswer.json(200, Map.of())));
  }

  /** What {@code ${BAAS}} stands for. */
  public String url() {
    return backend.url();
  }

  /** Forgets what was, and takes the answers of a vector. */
  void prepare(Vector vector) {
    backend.reset();
    JsonArray given = vector.json().array("baas");
    if (given != null) {
      given.objects().map(BackendStub::answer).forEach(backend::then);
    }
  }

  /** What it was sent since then, in the form of vectors. */
  List<Map<String, @Nullable Object>> calls() {
    return backend.calls().stream().map(BackendStub::seen).toList();
  }

  @Override
  public void close() {
    backend.close();
  }

  private static FakeAnswer answer(JsonObject reply) {
    if (Boolean.TRUE.equals(reply.bool("drop"))) {
      return FakeAnswer.none();
    }
    Long given = reply.integer("status");
    int status = given == null ? 200 : given.intValue();
    return Boolean.TRUE.equals(reply.bool("raw"))
        ? new FakeAnswer(status, String.valueOf(reply.string("body")))
        : FakeAnswer.json(status, reply.value("body"));
  }

  private static Map<String, @Nullable Object> seen(FakeCall call) {
    Map<String, @Nullable Object> seen = new LinkedHashMap<>();
    seen.put("method", call.method());
    seen.put("path", call.path());
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    call.query().forEach((name, value) -> query.put(name, jsonOrText(value)));
    seen.put("query", query);
    seen.put("headers", headers(call));
    if (!call.text().isEmpty()) {
      seen.put("body", jsonOrText(call.text()));
    }
    return seen;
  }

  private static Map<String, String> headers(FakeCall call) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : HEADERS) {
      String value = call.header(name);
      if (value != null) {
        headers.put(name, value.replaceFirst("(?i);\\s*charset=utf-8", ""));
      }
    }
    return headers;
  }

  private static @Nullable Object jsonOrText(String text) {
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      return text;
    }
  }
}
