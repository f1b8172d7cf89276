package io.flexservices.hooks.records;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.query.Query;
import io.flexservices.testkit.FakeAnswer;
import io.flexservices.testkit.FakeBackend;
import io.flexservices.testkit.FakeCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A backend whose one collection, or whose users, answer reads; and what was asked of it. */
final class BooksBackend implements AutoCloseable {
  final FakeBackend backend = FakeBackend.start();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();

  /** Answers every query with what it finds among these. */
  BooksBackend(List<Map<String, Object>> books) {
    backend.otherwise(
        call -> {
          mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          try {
            return FakeAnswer.json(200, found(books, call));
          } finally {
            underWay.decrementAndGet();
          }
        });
  }

  private static List<JsonObject> found(List<Map<String, Object>> books, FakeCall call) {
    Map<String, @Nullable Object> options = new LinkedHashMap<>();
    options.put("filter", Json.parse(call.query().getOrDefault("query", "{}")));
    options.put("sort", Json.parse(call.query().getOrDefault("sort", "{}")));
    options.put("limit", call.query().get("limit"));
    options.put("skip", call.query().getOrDefault("skip", "0"));
    if (call.query().containsKey("fields")) {
      options.put("fields", Arrays.asList(call.query().get("fields").split(",")));
    }
    return new Query(options).process(books);
  }

  List<String> lines() {
    return backend.calls().stream().map(FakeCall::line).toList();
  }

  int mostUnderWay() {
    return mostUnderWay.get();
  }

  /** How long the longest URL was, as it went over the wire. */
  int longestUrl() {
    return backend.calls().stream().mapToInt(this::urlLength).max().orElse(0);
  }

  private int urlLength(FakeCall call) {
    int length = backend.url().length() + call.path().length();
    for (Map.Entry<String, String> parameter : call.query().entrySet()) {
      String encoded =
          URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)
              .replace("+", "%20")
              .replace("*", "%2A")
              .replace("%7E", "~");
      length += parameter.getKey().length() + 2 + encoded.length();
    }
    return length;
  }

  @Override
  public void close() {
    backend.close();
  }
}
