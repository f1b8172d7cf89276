package io.flexservices.spi;

import io.flexservices.error.KinveyError;
import java.io.IOException;
import java.io.InputStream;

/** Reads bodies from streams without ever holding more than the limit. */
public final class BodyReader {
  /** Twice what the platforms let through. */
  private static final long SKIPPED_AT_MOST = 64L * 1_024 * 1_024;

  private BodyReader() {}

  /**
   * Reads a whole body.
   *
   * @param limit how many bytes it may have
   * @throws RequestRejected where it has more; the rest is still in the stream: {@link #skipRest}
   */
  public static RequestBody read(InputStream in, long limit) throws IOException {
    byte[] octets = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
    if (octets.length > limit) {
      throw tooLarge(limit);
    }
    return octets.length == 0 ? RequestBody.empty() : RequestBody.of(octets);
  }

  /**
   * Takes in and drops what a refused request still sends, until its end, the deadline, or 64 MB.
   * Were it left unread, the server would close the connection on it, and a client that is busy
   * sending would see that in place of the answer.
   */
  public static void skipRest(InputStream in, Deadline deadline) {
    byte[] buffer = new byte[16_384];
    long left = SKIPPED_AT_MOST;
    try {
      for (int read = 0; read >= 0 && left > 0 && !deadline.isSpent(); left -= read) {
        read = in.read(buffer);
      }
    } catch (IOException e) {
      // It broke off; the answer will find out whether anybody listens.
    }
  }

  /** The refusal of a body over the limit. */
  public static RequestRejected tooLarge(long limit) {
    return new RequestRejected(KinveyError.bodyTooLarge(limit));
  }
}
