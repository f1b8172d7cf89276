package io.flexservices.aws;

import org.jspecify.annotations.Nullable;

/** What a platform puts before the path of the service: the name of a stage. */
final class PathPrefix {
  /** The stage whose name does not stand in the path. */
  private static final String DEFAULT_STAGE = "$default";

  private PathPrefix() {}

  /**
   * The path without the stage, where it starts with it as a whole segment. The names of stages
   * have no character that would be encoded, so the path may be encoded or not.
   */
  static String withoutStage(String path, @Nullable String stage) {
    return stage == null || stage.isEmpty() || stage.equals(DEFAULT_STAGE)
        ? path
        : without(path, "/" + stage);
  }

  private static String without(String path, String prefix) {
    if (!path.startsWith(prefix)) {
      return path;
    }
    if (path.length() == prefix.length()) {
      return "/";
    }
    return path.charAt(prefix.length()) == '/' ? path.substring(prefix.length()) : path;
  }
}
