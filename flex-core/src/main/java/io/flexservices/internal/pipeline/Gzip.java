package io.flexservices.internal.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The one class that knows the JDK's compression, so that it is not loaded before it is used. */
final class Gzip {
  private Gzip() {}

  static byte[] of(byte[] octets) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(octets.length / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(compressed, 8_192)) {
      out.write(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
