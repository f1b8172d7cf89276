package io.flexservices.local.lambda;

import io.flexservices.spi.FlexHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a function's answer; one that has another type than the event sources take
 * is a {@link MalformedAnswer}.
 */
final class AnswerReader {
  /** What belongs to one connection, and is the front's own business. */
  private static final Set<String> OWN_HEADERS =
      Set.of("content-length", "transfer-encoding", "connection", "keep-alive");

  private final Map<?, ?> members;

  private AnswerReader(Map<?, ?> members) {
    this.members = members;
  }

  /** A reader of an answer, which must be an object. */
  static AnswerReader of(@Nullable Object answer) {
    if (answer instanceof Map<?, ?> members) {
      return new AnswerReader(members);
    }
    throw new MalformedAnswer("The function's answer is not a JSON object");
  }

  /** The status, a whole number from 200 to 599. */
  int status() {
    Object status = members.get("statusCode");
    if (status instanceof Long code && code >= 200 && code <= 599) {
      return code.intValue();
    }
    throw new MalformedAnswer(
        "The statusCode of the function's answer is not a whole number from 200 to 599");
  }

  /** The octets of the body; none where it is missing or null. */
  byte[] body() {
    boolean isBase64 = isBase64();
    Object body = members.get("body");
    if (body == null) {
      return new byte[0];
    }
    if (!(body instanceof String text)) {
      throw new MalformedAnswer("The body of the function's answer is not a string");
    }
    return isBase64 ? decoded(text) : text.getBytes(StandardCharsets.UTF_8);
  }

  /** The members of {@code headers}. */
  Pairs headers() {
    return new Pairs(
        object("headers").entrySet().stream()
            .map(header -> pair(header.getKey(), header.getValue()))
            .toList());
  }

  /** The members of {@code multiValueHeaders}. */
  Pairs multiValueHeaders() {
    return new Pairs(
        object("multiValueHeaders").entrySet().stream()
            .flatMap(h -> items(h.getValue()).stream().map(value -> pair(h.getKey(), value)))
            .toList());
  }

  /** The items of {@code cookies}, each as a {@code Set-Cookie}. */
  Pairs cookies() {
    Object cookies = members.get("cookies");
    return new Pairs(
        (cookies == null ? List.of() : items(cookies))
            .stream().map(cookie -> pair("Set-Cookie", cookie)).toList());
  }

  /** The answer with these headers. */
  HttpAnswer with(Pairs... headers) {
    FlexHeaders.Builder sent = FlexHeaders.builder();
    for (Pairs pairs : headers) {
      for (Pairs.Pair header : pairs.list()) {
        if (!OWN_HEADERS.contains(header.name().toLowerCase(Locale.ROOT))) {
          sent.add(header.name(), header.value());
        }
      }
    }
    return new HttpAnswer(status(), sent.build(), body());
  }

  private boolean isBase64() {
    Object flag = members.get("isBase64Encoded");
    if (flag == null || flag instanceof Boolean) {
      return Boolean.TRUE.equals(flag);
    }
    throw new MalformedAnswer("isBase64Encoded of the function's answer is not a boolean");
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedAnswer("The body of the function's answer is not Base64");
    }
  }

  private Map<?, ?> object(String name) {
    Object value = members.get(name);
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new MalformedAnswer("The " + name + " of the function's answer are not an object");
  }

  private static List<?> items(@Nullable Object values) {
    if (values instanceof List<?> list) {
      return list;
    }
    throw new MalformedAnswer(
        "A member of multiValueHeaders, or the cookies, of the function's answer is not an array");
  }

  private static Pairs.Pair pair(@Nullable Object name, @Nullable Object value) {
    String text = String.valueOf(value);
    boolean isScalar =
        value instanceof String || value instanceof Number || value instanceof Boolean;
    if (!isScalar || text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new MalformedAnswer(
          "A header of the function's answer is not a string of one line: " + name);
    }
    return new Pairs.Pair(String.valueOf(name), text);
  }
}
