package io.flexservices.testkit;

import com.sun.net.httpserver.HttpExchange;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.QueryParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call and its answer, to and from the JDK's HTTP server. */
final class FakeExchange {
  private static final int NO_BODY = -1;

  private FakeExchange() {}

  /** Answers a call; without an answer the connection is closed. */
  static void serve(HttpExchange exchange, Function<FakeCall, FakeAnswer> answers)
      throws IOException {
    try (exchange) {
      FakeAnswer answer = answer(call(exchange), answers);
      if (answer.status() != 0) {
        write(exchange, answer);
      }
    }
  }

  private static FakeAnswer answer(FakeCall call, Function<FakeCall, FakeAnswer> answers) {
    try {
      return answers.apply(call);
    } catch (RuntimeException | AssertionError e) {
      // Otherwise the server would keep it to itself, and the test would see a lost connection.
      return FakeAnswer.json(
          500, Map.of("error", "FakeBackendFailed", "description", e.toString()));
    }
  }

  private static FakeCall call(HttpExchange exchange) throws IOException {
    FlexHeaders.Builder headers = FlexHeaders.builder();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
    return new FakeCall(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query(exchange.getRequestURI().getRawQuery()),
        headers.build(),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static Map<String, String> query(@Nullable String rawQuery) {
    Map<String, String> query = new LinkedHashMap<>();
    QueryParameters.encoded(rawQuery == null ? "" : rawQuery)
        .all()
        .forEach(parameter -> query.put(parameter.name(), parameter.value()));
    return query;
  }

  private static void write(HttpExchange exchange, FakeAnswer answer) throws IOException {
    byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
    boolean isWithoutBody = body.length == 0 || answer.status() == 204 || answer.status() == 304;
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), isWithoutBody ? NO_BODY : body.length);
    if (!isWithoutBody) {
      exchange.getResponseBody().write(body);
    }
  }
}
