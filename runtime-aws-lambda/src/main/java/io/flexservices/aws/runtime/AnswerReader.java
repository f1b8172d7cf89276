package io.flexservices.aws.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of one connection, with a body of a length, in chunks, or up to the end.
 * Source: RFC 9112.
 */
final class AnswerReader {
  private static final int BUFFER = 8_192;

  /** What a line, and all headers together, may have in octets. */
  private static final int HEAD_LIMIT = 65_536;

  /** A body's limit in octets: far more than any event or answer of Lambda has. */
  private static final int BODY_LIMIT = 64 * 1_024 * 1_024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;

  AnswerReader(InputStream in) {
    this.in = in;
  }

  /**
   * Reads one answer; null where the connection ended before it began.
   *
   * @throws IOException where it is malformed, over a limit, or broken off; the message says so
   */
  @Nullable HttpAnswer read() throws IOException {
    if (isAtEnd()) {
      return null;
    }
    int status = status(line());
    Map<String, String> headers = headers();
    return new HttpAnswer(status, headers, body(status, headers));
  }

  private boolean isAtEnd() throws IOException {
    try {
      return position == limit && !fill();
    } catch (SocketException e) {
      return true; // reset: the peer has gone without a word
    }
  }

  private static int status(String line) throws IOException {
    // HTTP/1.1 200 OK
    if (line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ') {
      int status = number(line.substring(9, 12), 10);
      if (status >= 200) {
        return status;
      }
    }
    throw new IOException("This is no answer of HTTP/1.1: " + line);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    int size = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      size += line.length();
      int colon = line.indexOf(':');
      if (colon < 1 || size > HEAD_LIMIT) {
        throw new IOException(
            colon < 1 ? "This is no header: " + line : "The headers are too large");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private byte[] body(int status, Map<String, String> headers) throws IOException {
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return chunks();
    }
    String length = headers.get("content-length");
    if (length != null) {
      return octets(bounded(number(length, 10)));
    }
    headers.put("connection", "close");
    return rest();
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(BUFFER);
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      bounded((long) all.size() + size);
      all.write(octets(size));
      if (!line().isEmpty()) {
        throw new IOException("A chunk is longer than it says");
      }
    }
    headers(); // the trailers
    return all.toByteArray();
  }

  private int chunkSize() throws IOException {
    String line = line();
    int extension = line.indexOf(';');
    return bounded(number((extension < 0 ? line : line.substring(0, extension)).strip(), 16));
  }

  private byte[] rest() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(BUFFER);
    while (position < limit || fill()) {
      bounded((long) all.size() + limit - position);
      all.write(buffer, position, limit - position);
      position = limit;
    }
    return all.toByteArray();
  }

  private byte[] octets(int length) throws IOException {
    byte[] octets = new byte[length];
    int buffered = Math.min(length, limit - position);
    System.arraycopy(buffer, position, octets, 0, buffered);
    position += buffered;
    if (in.readNBytes(octets, buffered, length - buffered) < length - buffered) {
      throw brokenOff();
    }
    return octets;
  }

  /** A line without its end. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    while (line.length() <= HEAD_LIMIT) {
      if (position == limit && !fill()) {
        throw brokenOff();
      }
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      line.append(new String(buffer, position, end - position, ISO_8859_1));
      position = Math.min(end + 1, limit);
      if (end < limit) {
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
          line.setLength(last);
        }
        return line.toString();
      }
    }
    throw new IOException("A line of the answer is too long");
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  private static int number(String text, int radix) throws IOException {
    try {
      return Integer.parseUnsignedInt(text, radix);
    } catch (NumberFormatException e) {
      throw new IOException("This is no number: " + text, e);
    }
  }

  private static int bounded(long size) throws IOException {
    if (size < 0 || size > BODY_LIMIT) {
      throw new IOException("The answer is longer than " + BODY_LIMIT + " octets");
    }
    return (int) size;
  }

  private static IOException brokenOff() {
    return new IOException("The connection ended within an answer");
  }
}
