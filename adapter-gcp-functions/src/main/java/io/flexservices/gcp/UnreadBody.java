package io.flexservices.gcp;

import com.google.cloud.functions.HttpRequest;
import io.flexservices.spi.Deadline;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a refused request still sends. Were it left unread, the server would close the connection on
 * it, and a client that is busy sending would see that in place of the answer.
 */
final class UnreadBody {
  /** Twice what Cloud Run lets through by HTTP/1; beyond it, the connection may break. */
  private static final long LIMIT = 64L * 1024 * 1024;

  private UnreadBody() {}

  /** Reads on to the end, the limit or the deadline. */
  static void skip(HttpRequest request, Deadline deadline) {
    byte[] buffer = new byte[16 * 1024];
    long left = LIMIT;
    try {
      InputStream in = request.getInputStream();
      int count = 0;
      while (count >= 0 && left > 0 && !deadline.isSpent()) {
        count = in.read(buffer);
        left -= count;
      }
    } catch (IOException e) {
      // It broke off; the answer will find out whether anybody listens.
    }
  }
}
