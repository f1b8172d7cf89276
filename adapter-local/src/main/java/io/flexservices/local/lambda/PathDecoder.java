package io.flexservices.local.lambda;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes a whole path, which cannot be undone: {@code %2F} becomes a separator. */
final class PathDecoder {
  private PathDecoder() {}

  /** The path decoded once; as it is where an escape is malformed. A plus sign is no space here. */
  static String decode(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }
}
