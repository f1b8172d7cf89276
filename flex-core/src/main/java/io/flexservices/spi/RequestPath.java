package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A path as its decoded segments. It is split while it is still encoded and decoded once, so that
 * {@code %2F} stays inside an id; one trailing slash does not count.
 *
 * @param segments at least one for every route; none for the root
 * @param mounted how many of the first segments are known to be where the platform has mounted the
 *     service, and none of its own paths; 0 where it does not tell
 */
public record RequestPath(List<String> segments, int mounted) {
  /** Copies the segments. */
  public RequestPath {
    segments = List.copyOf(segments);
    Objects.checkIndex(mounted, segments.size() + 1);
  }

  /** A path that is the service's own as far as the platform tells. */
  public RequestPath(List<String> segments) {
    this(segments, 0);
  }

  /** The same path where the platform has mounted the service behind its first segments. */
  public RequestPath mountedBehind(int firstSegments) {
    return new RequestPath(segments, firstSegments);
  }

  /**
   * A path as it stands in the request line, without the query.
   *
   * @throws RequestRejected where an escape is malformed
   */
  public static RequestPath encoded(String path) {
    if (path.indexOf('%') < 0) {
      return decoded(path);
    }
    List<String> segments = new ArrayList<>(3);
    for (String segment : split(path)) {
      segments.add(PercentDecoder.decode(segment, false, "path"));
    }
    return new RequestPath(segments);
  }

  /** A path that the platform has decoded already. */
  public static RequestPath decoded(String path) {
    return new RequestPath(split(path));
  }

  /** An empty segment is kept: {@code //x} is another path than {@code /x}. */
  private static List<String> split(String path) {
    requireNonNull(path, "path == null");
    int from = path.startsWith("/") ? 1 : 0;
    int to = path.endsWith("/") && path.length() > from ? path.length() - 1 : path.length();
    List<String> segments = new ArrayList<>(3);
    while (from < to || (from == to && !segments.isEmpty())) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 || slash > to ? to : slash;
      segments.add(path.substring(from, end));
      if (end == to) {
        break;
      }
      from = end + 1;
    }
    return segments;
  }
}
