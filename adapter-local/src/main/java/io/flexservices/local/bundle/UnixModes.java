package io.flexservices.local.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/**
 * Says in a zip which of its files are programs. The JDK's own writer cannot; its file system for
 * zips can, but adds times that differ from one time zone to the next. Source: PKWARE's
 * APPNOTE.TXT, "Central directory structure".
 */
final class UnixModes {
  /** The end of the central directory, without a comment. */
  private static final int END = 22;

  private static final int SIZE_IN_END = 12;
  private static final int OFFSET_IN_END = 16;

  /** A header in the central directory, without its texts. */
  private static final int HEADER = 46;

  private static final int SYSTEM_IN_HEADER = 5;
  private static final int LENGTHS_IN_HEADER = 28;
  private static final int ATTRIBUTES_IN_HEADER = 38;

  private static final byte UNIX = 3;
  private static final int PLAIN = 0100644;
  private static final int PROGRAM = 0100755;

  private UnixModes() {}

  /**
   * Adds modes to a zip that {@link java.util.zip.ZipOutputStream} has written.
   *
   * @param isProgram tells whether the file of a name can be executed
   */
  static void add(Path zip, Predicate<String> isProgram) throws IOException {
    try (FileChannel file =
        FileChannel.open(zip, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer end = map(file, file.size() - END, END);
      ByteBuffer headers = map(file, end.getInt(OFFSET_IN_END), end.getInt(SIZE_IN_END));
      for (int at = 0; at < headers.limit(); at += length(headers, at)) {
        byte[] name = new byte[headers.getShort(at + LENGTHS_IN_HEADER)];
        headers.get(at + HEADER, name);
        int mode = isProgram.test(new String(name, UTF_8)) ? PROGRAM : PLAIN;
        headers.put(at + SYSTEM_IN_HEADER, UNIX);
        headers.putInt(at + ATTRIBUTES_IN_HEADER, mode << 16);
      }
    }
  }

  private static ByteBuffer map(FileChannel file, long offset, long size) throws IOException {
    return file.map(MapMode.READ_WRITE, offset, size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Of a header with its name, its further fields and its comment. */
  private static int length(ByteBuffer headers, int at) {
    return HEADER
        + headers.getShort(at + LENGTHS_IN_HEADER)
        + headers.getShort(at + LENGTHS_IN_HEADER + 2)
        + headers.getShort(at + LENGTHS_IN_HEADER + 4);
  }
}
