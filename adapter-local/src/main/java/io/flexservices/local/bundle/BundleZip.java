package io.flexservices.local.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a bundle: its files in the order of their names, all with the same time, and those that can
 * be executed marked as such. The same files give the same zip, in every time zone.
 */
final class BundleZip {
  /** A zip has no time zone, so neither has this. */
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private BundleZip() {}

  /** Writes a zip with all that is in a directory. */
  static void write(Path directory, Path zip) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(directory.relativize(file).toString());
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    UnixModes.add(zip, name -> Files.isExecutable(directory.resolve(name)));
  }
}
