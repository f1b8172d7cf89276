package io.flexservices.local.background;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Lines at the end of a file, each on the disk when it is written. No channel: a handler's thread
 * writes here, and its interrupt, when its time is spent, would close a channel for good.
 */
final class JournalFile implements AutoCloseable {
  private final RandomAccessFile file;

  JournalFile(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "rw");
  }

  long size() throws IOException {
    return file.length();
  }

  /** A line that could not be written whole does not stay before those that come after it. */
  void append(byte[] line) throws IOException {
    long before = file.length();
    try {
      file.seek(before);
      file.write(line);
      file.getFD().sync();
    } catch (IOException e) {
      file.setLength(before);
      throw e;
    }
  }

  void clear() throws IOException {
    file.setLength(0);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
