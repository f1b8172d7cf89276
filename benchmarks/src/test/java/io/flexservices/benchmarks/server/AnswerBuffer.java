package io.flexservices.benchmarks.server;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Collects the bytes of one answer with a length, as often as some come. For one thread. */
final class AnswerBuffer {
  private static final String LENGTH = "content-length:";

  private final ByteBuffer buffer = ByteBuffer.allocate(65_536);
  private int bodyStart;
  private int end;

  /** Forgets the answer: the next one begins. */
  void clear() {
    buffer.clear();
    bodyStart = 0;
    end = 0;
  }

  /** Reads what is there; whether the answer is complete. */
  boolean readFrom(ReadableByteChannel channel) throws IOException {
    if (channel.read(buffer) < 0) {
      throw new EOFException("The server closed a connection");
    }
    if (bodyStart == 0) {
      readHead();
    }
    if (bodyStart > 0 && buffer.position() > end) {
      throw new IOException("The server sent more than it was asked for");
    }
    return bodyStart > 0 && buffer.position() == end;
  }

  /** {@code HTTP/1.1 200}: three digits from the tenth character. */
  int status() {
    byte[] bytes = buffer.array();
    return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
  }

  int bodyLength() {
    return end - bodyStart;
  }

  Answer answer() {
    return new Answer(
        status(), new String(buffer.array(), bodyStart, bodyLength(), StandardCharsets.UTF_8));
  }

  private void readHead() throws IOException {
    byte[] bytes = buffer.array();
    for (int i = 3; i < buffer.position(); i++) {
      if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
        bodyStart = i + 1;
        end = bodyStart + length(new String(bytes, 0, i, StandardCharsets.ISO_8859_1));
        return;
      }
    }
  }

  private static int length(String head) throws IOException {
    int name = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
    if (name < 0) {
      throw new IOException("The answer has no length: " + head);
    }
    int start = name + LENGTH.length();
    return Integer.parseInt(head.substring(start, head.indexOf('\r', start)).strip());
  }
}
