package io.flexservices.local.lambda;

import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.QueryParameters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Names and values in the order of their arrival, and the ways in which events hold them as maps. A
 * value: each change gives new pairs.
 */
record Pairs(List<Pair> list) {
  /** One name with one value. */
  record Pair(String name, String value) {}

  /** Headers, as the client sent them. */
  static Pairs of(FlexHeaders headers) {
    return new Pairs(headers.all().stream().map(h -> new Pair(h.name(), h.value())).toList());
  }

  /** The parameters of a query string, still encoded. */
  static Pairs ofQuery(@Nullable String query) {
    List<Pair> pairs = new ArrayList<>();
    for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals >= 0) {
        pairs.add(new Pair(parameter.substring(0, equals), parameter.substring(equals + 1)));
      } else if (!parameter.isEmpty()) {
        pairs.add(new Pair(parameter, ""));
      }
    }
    return new Pairs(pairs);
  }

  /**
   * The parameters of a query string, decoded once.
   *
   * @throws io.flexservices.spi.RequestRejected where an escape is malformed
   */
  static Pairs ofQueryDecoded(@Nullable String query) {
    return new Pairs(
        QueryParameters.encoded(query == null ? "" : query).all().stream()
            .map(p -> new Pair(p.name(), p.value()))
            .toList());
  }

  /** These pairs decoded once; what cannot be decoded stays as it is. */
  Pairs decodedWhereValid() {
    return new Pairs(
        list.stream().map(p -> new Pair(decoded(p.name()), decoded(p.value()))).toList());
  }

  /** These pairs with their names in lower case. */
  Pairs inLowerCase() {
    UnaryOperator<String> lower = name -> name.toLowerCase(Locale.ROOT);
    return new Pairs(list.stream().map(p -> new Pair(lower.apply(p.name()), p.value())).toList());
  }

  /** These pairs without those of a name, in whatever case. */
  Pairs without(String name) {
    return new Pairs(list.stream().filter(p -> !p.name().equalsIgnoreCase(name)).toList());
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  /** Of each name the last value. */
  Map<String, String> last() {
    Map<String, String> map = new LinkedHashMap<>();
    list.forEach(pair -> map.put(pair.name(), pair.value()));
    return map;
  }

  /** Of each name all values. */
  Map<String, List<String>> all() {
    Map<String, List<String>> map = new LinkedHashMap<>();
    list.forEach(
        pair -> map.computeIfAbsent(pair.name(), name -> new ArrayList<>()).add(pair.value()));
    return map;
  }

  /** Of each name all values, with commas between them. */
  Map<String, String> joined() {
    Map<String, String> map = new LinkedHashMap<>();
    list.forEach(pair -> map.merge(pair.name(), pair.value(), (a, b) -> a + "," + b));
    return map;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
