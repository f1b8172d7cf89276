package io.flexservices.aws;

import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.FlexResponse;

/**
 * A source whose answer goes out as a typed object, which Lambda's runtime makes JSON of: with
 * members that are null, and escapes of its own choice in the head.
 */
record TypedChannel(EventSource source) implements AnswerChannel {
  private static final long MARGIN = 1_024;

  @Override
  public String words() {
    return source.words();
  }

  @Override
  public long limit() {
    return source.limit();
  }

  @Override
  public long size(FlexResponse answer) {
    return source.size(answer) + MARGIN;
  }

  @Override
  public boolean takesCompressed() {
    return source.takesCompressed();
  }
}
