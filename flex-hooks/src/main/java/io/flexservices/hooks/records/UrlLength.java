package io.flexservices.hooks.records;

import io.flexservices.json.Json;
import io.flexservices.modules.query.Query;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long the URL of a request to Kinvey is: 8 KB is what servers on the way take for sure. */
final class UrlLength {
  private static final int LIMIT = 8_192;

  /** For what is not known here: the host, the path in front of the API's, and the app's key. */
  private static final int HOST_AND_APP = 1_024;

  /** {@code %2C} for a comma. */
  static final int ESCAPE = 3;

  private UrlLength() {}

  /** What is left for the query string. */
  static int budget(int pathLength) {
    return LIMIT - HOST_AND_APP - pathLength;
  }

  /** The length of a query string. */
  static int of(Query query) {
    int length = 0;
    for (Map.Entry<String, String> parameter : query.toQueryString().entrySet()) {
      length += parameter.getKey().length() + 2 + of(parameter.getValue());
    }
    return length;
  }

  /** The length of a value's JSON text when it is percent-encoded. */
  static int ofJson(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return value.toString().length();
    }
    // Most ids are nothing that is escaped: two quotation marks are all that is added.
    return value instanceof String text && text.chars().allMatch(UrlLength::isUnreserved)
        ? text.length() + 2 * ESCAPE
        : of(Json.text(value));
  }

  /** The length of a text when it is percent-encoded (RFC 3986, section 2). */
  static int of(String text) {
    int length = 0;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      length += isUnreserved(octet) ? 1 : ESCAPE;
    }
    return length;
  }

  private static boolean isUnreserved(int octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || "-._~".indexOf(octet) >= 0;
  }
}
