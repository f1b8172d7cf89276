package io.flexservices.local.background;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but their owner may read; made if they are not there. */
final class OwnFiles {
  private OwnFiles() {}

  static FileChannel open(Path file, StandardOpenOption... more) throws IOException {
    Set<OpenOption> options = Set.of(more);
    return FileChannel.open(file, options, ownersOnly(file));
  }

  private static FileAttribute<?>[] ownersOnly(Path file) {
    // Elsewhere, on Windows say, a file has the rights of the directory that it is made in.
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
