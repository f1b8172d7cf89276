package io.flexservices.aws;

import io.flexservices.spi.RequestPath;
import io.flexservices.spi.RequestRejected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The base path mapping of a custom domain, which API Gateway leaves in front of the path, and a
 * stage that the mapping does not name.
 *
 * <p>No member of the event has it. But the {@code resource} is a template of the path without it:
 * with the {@code pathParameters} filled in, {@code /{proxy+}} becomes {@code /widgets/42} where
 * the path is {@code /shop/widgets/42}; what is more in front is the mapping. Where the two do not
 * end alike nothing is told, as with an HTTP API's route {@code $default}: there {@code
 * FLEX_BASE_PATHS} helps.
 *
 * @see <a href="https://github.com/localstack/localstack/pull/12296">the paths of each kind of
 *     mapping, as seen</a>
 */
final class Mapping {
  private Mapping() {}

  /** How many of the path's first segments are the mapping. */
  static int segments(RequestPath path, @Nullable String resource, EventObject parameters) {
    List<String> expected = resource == null ? null : expanded(resource, parameters);
    if (expected == null || expected.isEmpty()) {
      return 0; // at its root a service has nothing
    }
    // The values of parameters are decoded or not, and one may hold a slash that was encoded, so
    // that segments cannot be counted: the decoded texts are compared.
    String whole = text(path.segments());
    for (String end : List.of(decoded(expected), text(expected))) {
      if (whole.endsWith(end)) {
        return count(path.segments(), whole.length() - end.length());
      }
    }
    return 0;
  }

  /** The template with its parameters filled in; null where one is missing. */
  private static @Nullable List<String> expanded(String resource, EventObject parameters) {
    List<String> segments = new ArrayList<>();
    for (String segment : RequestPath.decoded(resource).segments()) {
      String value = isParameter(segment) ? parameters.text(name(segment)) : segment;
      if (value == null || segment.startsWith("$")) {
        return null;
      }
      segments.addAll(RequestPath.decoded(value).segments());
    }
    return segments;
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static String name(String parameter) {
    String name = parameter.substring(1, parameter.length() - 1);
    return name.endsWith("+") ? name.substring(0, name.length() - 1) : name;
  }

  private static String decoded(List<String> segments) {
    String text = text(segments);
    try {
      return text(RequestPath.encoded(text).segments());
    } catch (RequestRejected e) {
      return text;
    }
  }

  /** A slash before each segment, so that only whole ones are alike. */
  private static String text(List<String> segments) {
    StringBuilder text = new StringBuilder();
    segments.forEach(segment -> text.append('/').append(segment));
    return text.toString();
  }

  /** How many segments have that length together; none where it ends within one. */
  private static int count(List<String> segments, int length) {
    int left = length;
    int count = 0;
    while (left > 0 && count < segments.size()) {
      left -= segments.get(count).length() + 1;
      count++;
    }
    return left == 0 ? count : 0;
  }
}
