package io.flexservices.aws;

import io.flexservices.spi.FlexHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The headers of a response in the three forms that answers have. */
final class AnswerHeaders {
  private static final String SET_COOKIE = "Set-Cookie";

  private AnswerHeaders() {}

  /** All values of each name. */
  static Map<String, List<String>> lists(FlexHeaders headers) {
    Map<String, List<String>> lists = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (FlexHeaders.Header header : headers.all()) {
      if (isPassedOn(header)) {
        List<String> values = lists.get(header.name());
        if (values == null) {
          values = new ArrayList<>(1);
          lists.put(header.name(), values);
        }
        values.add(header.value());
      }
    }
    return lists;
  }

  /** One value for each name, several joined with commas; without cookies, which are not joined. */
  static Map<String, String> joined(FlexHeaders headers) {
    Map<String, String> joined = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (FlexHeaders.Header header : headers.all()) {
      String before = joined.get(header.name());
      if (!header.name().equalsIgnoreCase(SET_COOKIE) && isPassedOn(header)) {
        joined.put(header.name(), before == null ? header.value() : before + ", " + header.value());
      }
    }
    return joined;
  }

  /** The name {@code Set-Cookie} in one of its 512 spellings, the usual one first. */
  static String setCookie(int number) {
    StringBuilder spelling = new StringBuilder(SET_COOKIE);
    int bits = number;
    for (int i = 0; i < spelling.length(); i++) {
      char letter = spelling.charAt(i);
      if (letter != '-') {
        spelling.setCharAt(i, (bits & 1) == 0 ? letter : otherCase(letter));
        bits >>= 1;
      }
    }
    return spelling.toString();
  }

  /** The cookies that are set. */
  static List<String> cookies(FlexHeaders headers) {
    List<String> cookies = new ArrayList<>(0);
    for (FlexHeaders.Header header : headers.all()) {
      if (header.name().equalsIgnoreCase(SET_COOKIE)) {
        cookies.add(header.value());
      }
    }
    return cookies;
  }

  /** The gateways count the body by themselves, after they have decoded it. */
  private static boolean isPassedOn(FlexHeaders.Header header) {
    return !header.name().equalsIgnoreCase("Content-Length");
  }

  private static char otherCase(char letter) {
    return Character.isUpperCase(letter)
        ? Character.toLowerCase(letter)
        : Character.toUpperCase(letter);
  }
}
