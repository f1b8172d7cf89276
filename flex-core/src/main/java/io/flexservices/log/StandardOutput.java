package io.flexservices.log;

import java.nio.charset.StandardCharsets;

/** Lines on the standard output of the process, as it is when a line comes. */
final class StandardOutput implements LogSink {
  @Override
  public void write(String line) {
    byte[] octets = (line + "\n").getBytes(StandardCharsets.UTF_8);
    System.out.write(octets, 0, octets.length);
    System.out.flush();
  }
}
