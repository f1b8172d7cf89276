package io.flexservices.spi;

import io.flexservices.error.KinveyError;
import java.io.IOException;
import java.io.InputStream;

/** Reads bodies from streams without ever holding more than the limit. */
public final class BodyReader {
  private BodyReader() {}

  /**
   * Reads a whole body. Of one that is too large as much again is taken in and dropped: a client
   * that is still sending would not read its answer.
   *
   * @param limit how many bytes it may have
   * @throws RequestRejected where it has more
   */
  public static RequestBody read(InputStream in, long limit) throws IOException {
    byte[] octets = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
    if (octets.length > limit) {
      drop(in, limit);
      throw tooLarge(limit);
    }
    return octets.length == 0 ? RequestBody.empty() : RequestBody.of(octets);
  }

  /** The refusal of a body over the limit. */
  public static RequestRejected tooLarge(long limit) {
    return new RequestRejected(KinveyError.bodyTooLarge(limit));
  }

  private static void drop(InputStream in, long most) throws IOException {
    byte[] buffer = new byte[8_192];
    long left = most;
    int read = in.read(buffer);
    while (read >= 0 && left > 0) {
      left -= read;
      read = in.read(buffer);
    }
  }
}
