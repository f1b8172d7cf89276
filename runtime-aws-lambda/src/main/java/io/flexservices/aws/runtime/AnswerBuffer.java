package io.flexservices.aws.runtime;

import java.io.ByteArrayOutputStream;

/** A handler's answer, which is sent from where it was written to. */
final class AnswerBuffer extends ByteArrayOutputStream {
  private static final int COMMON = 1_024;

  AnswerBuffer() {
    super(COMMON);
  }

  /** The answer, in the first {@link #size} octets. */
  byte[] octets() {
    return buf;
  }
}
