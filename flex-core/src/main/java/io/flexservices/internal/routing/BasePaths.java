package io.flexservices.internal.routing;

import static java.util.Objects.requireNonNull;

import io.flexservices.spi.RequestPath;
import io.flexservices.spi.RequestRejected;
import java.util.Comparator;
import java.util.List;

/** What may stand before a service's own paths, by its options or by what a platform tells. */
public final class BasePaths {
  /** The segments of each, the longest first, so that {@code /v1/flex} wins over {@code /v1}. */
  private final List<List<String>> bases;

  private BasePaths(List<List<String>> bases) {
    this.bases = bases;
  }

  /**
   * Base paths as options have them.
   *
   * @throws IllegalArgumentException where one is no path; the message says which
   */
  public static BasePaths of(List<String> paths) {
    if (paths.isEmpty()) {
      return new BasePaths(List.of());
    }
    return new BasePaths(
        paths.stream()
            .map(BasePaths::segments)
            .sorted(Comparator.comparingInt(List<String>::size).reversed())
            .toList());
  }

  /**
   * The segments of a request's path that are the service's own. One base path is taken away, once,
   * by whole segments. What the options name goes before what the platform tells, so that a service
   * object may be called like the base path: {@code /v1/v1/x} becomes {@code /v1/x}, whoever told.
   */
  public List<String> strip(RequestPath path) {
    List<String> all = path.segments();
    int named = named(all);
    if (named > 0) {
      return after(all, named);
    }
    List<String> mounted = after(all, path.mounted());
    return after(mounted, named(mounted));
  }

  private static List<String> after(List<String> segments, int taken) {
    return taken == 0 ? segments : segments.subList(taken, segments.size());
  }

  /** How many segments of the path are a base path that the options name. */
  private int named(List<String> segments) {
    for (List<String> base : bases) {
      if (segments.size() >= base.size() && segments.subList(0, base.size()).equals(base)) {
        return base.size();
      }
    }
    return 0;
  }

  private static List<String> segments(String path) {
    requireNonNull(path, "path == null");
    List<String> segments = path.startsWith("/") ? decoded(path) : List.of();
    if (segments.isEmpty() || segments.stream().anyMatch(BasePaths::isNoName)) {
      throw new IllegalArgumentException("not a base path such as /v1 or /kinvey/flex: " + path);
    }
    return segments;
  }

  private static List<String> decoded(String path) {
    try {
      return path.indexOf('?') < 0 && path.indexOf('#') < 0
          ? RequestPath.encoded(path).segments()
          : List.of();
    } catch (RequestRejected e) {
      return List.of();
    }
  }

  private static boolean isNoName(String segment) {
    return segment.isBlank() || segment.equals(".") || segment.equals("..");
  }
}
