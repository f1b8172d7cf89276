package io.flexservices.conformance.platforms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Headers or query parameters in the maps that events have.
 *
 * @param lists all values of each name
 */
record Lines(Map<String, List<String>> lists) {
  /** Headers with the names that the client sent. */
  static Lines ofHeaders(ClientRequest request) {
    Lines lines = new Lines(new LinkedHashMap<>());
    request.headers().forEach(header -> lines.add(header.name(), header.value()));
    return lines;
  }

  /** Headers with names in lower case. */
  static Lines ofHeadersInLowerCase(ClientRequest request) {
    Lines lines = new Lines(new LinkedHashMap<>());
    request
        .headers()
        .forEach(header -> lines.add(header.name().toLowerCase(Locale.ROOT), header.value()));
    return lines;
  }

  /** Query parameters that are still encoded. */
  static Lines ofQuery(ClientRequest request) {
    Lines lines = new Lines(new LinkedHashMap<>());
    for (String pair : request.query().split("&")) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        lines.add(
            equals < 0 ? pair : pair.substring(0, equals),
            equals < 0 ? "" : pair.substring(equals + 1));
      }
    }
    return lines;
  }

  /** Query parameters, decoded once. */
  static Lines ofDecodedQuery(ClientRequest request) {
    Lines decoded = new Lines(new LinkedHashMap<>());
    ofQuery(request)
        .lists
        .forEach((name, values) -> values.forEach(v -> decoded.add(decode(name), decode(v))));
    return decoded;
  }

  /** Decodes once; what is malformed stays as it is. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** The last value of each name. */
  Map<String, String> last() {
    return each(values -> values.get(values.size() - 1));
  }

  /** The values of each name with commas between them. */
  Map<String, String> joined() {
    return each(values -> String.join(",", values));
  }

  boolean isEmpty() {
    return lists.isEmpty();
  }

  private Map<String, String> each(Function<List<String>, String> value) {
    return lists.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> value.apply(entry.getValue()),
                (a, b) -> b,
                LinkedHashMap::new));
  }

  private void add(String name, String value) {
    lists.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }
}
