package io.flexservices.json;

import java.io.ByteArrayOutputStream;

/** Takes so many bytes and then refuses more, so that what is printed need not end by itself. */
final class JsonOutput extends ByteArrayOutputStream {
  private final int limit;

  JsonOutput(int limit) {
    super(512);
    this.limit = limit;
  }

  @Override
  public synchronized void write(int octet) {
    require(1);
    super.write(octet);
  }

  @Override
  public synchronized void write(byte[] octets, int offset, int length) {
    require(length);
    super.write(octets, offset, length);
  }

  private void require(int more) {
    if (more > limit - count) {
      throw new Full();
    }
  }

  /** There is no room for more. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Full() {
      super(null, null, false, false);
    }
  }
}
