package io.flexservices.local.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a bundle takes, in bytes.
 *
 * @param zip to be downloaded
 * @param unpacked on the function's disk
 */
record Sizes(Path file, long zip, long unpacked) {
  /** Source: Lambda's developer guide, "Lambda quotas": 250 MB, layers included. */
  private static final long UNPACKED_LIMIT = 262_144_000;

  static final double MEGABYTE = 1_000_000.0;

  static Sizes of(Path directory, Path zip) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    long unpacked = 0;
    for (Path file : files) {
      unpacked += Files.size(file);
    }
    return new Sizes(zip, Files.size(zip), unpacked);
  }

  /**
   * A sentence that tells them.
   *
   * @throws IllegalStateException where Lambda does not take so much
   */
  String checked() {
    if (unpacked > UNPACKED_LIMIT) {
      throw new IllegalStateException(
          "The bundle has %d bytes, and Lambda takes %d at most; leave out what the service does not need"
              .formatted(unpacked, UNPACKED_LIMIT));
    }
    return "%s: %.1f MB, %.1f MB unpacked".formatted(file, zip / MEGABYTE, unpacked / MEGABYTE);
  }
}
