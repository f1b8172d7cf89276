package io.flexservices.internal.pipeline;

import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexResponse;
import org.jspecify.annotations.Nullable;

/** The last steps of one request's answer: compression, and the limit of what carries it. */
final class Delivery {
  private final AnswerChannel channel;
  private final FlexHeaders requestHeaders;
  private final boolean compresses;

  Delivery(AnswerChannel channel, FlexHeaders requestHeaders, boolean compression) {
    this.channel = channel;
    this.requestHeaders = requestHeaders;
    this.compresses = compression && channel.takesCompressed();
  }

  /** That of an answer that is read in this process. */
  static Delivery inMemory() {
    return new Delivery(AnswerChannel.unlimited(false), FlexHeaders.empty(), false);
  }

  /** An answer as it goes out, where nothing is {@link #overTheLimit}. */
  FlexResponse of(FlexResponse answer) {
    return compresses ? Compression.apply(answer, requestHeaders) : answer;
  }

  /**
   * A clause that says that an answer is over the limit; null where it is not.
   *
   * @param sent the answer as it goes out
   */
  @Nullable String overTheLimit(FlexResponse answer, FlexResponse sent) {
    FlexResponse counted = channel.countsCompressed() ? sent : answer;
    return channel.carries(counted) ? null : overTheLimit(channel.size(counted));
  }

  /** Whether an answer arrives as it is. An error is not compressed: its time may be up. */
  boolean carries(FlexResponse error) {
    return channel.carries(error);
  }

  private String overTheLimit(long size) {
    return " has "
        + size
        + " bytes as it is encoded for "
        + channel.words()
        + ", over the limit of "
        + channel.limit()
        + " bytes";
  }
}
