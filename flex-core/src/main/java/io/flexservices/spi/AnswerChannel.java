package io.flexservices.spi;

/**
 * What carries an answer to its caller: how large it may be, as the carrier counts, and whether it
 * may be compressed. An adapter hands one over with each request, so that an answer that would be
 * lost on its way becomes an error that arrives.
 *
 * <p>Called from any thread.
 */
public interface AnswerChannel {
  /** A channel without a limit. */
  static AnswerChannel unlimited(boolean takesCompressed) {
    return new UnlimitedChannel(takesCompressed);
  }

  /** The carrier in words, for the error: {@code AWS Lambda}. */
  String words();

  /** How many bytes it carries at most. */
  long limit();

  /** How many bytes an answer has, by the carrier's own count: its encoding is part of it. */
  long size(FlexResponse answer);

  /** Whether an answer is within the limit; it need not be counted to tell that. */
  default boolean carries(FlexResponse answer) {
    return size(answer) <= limit();
  }

  /** Whether it carries bodies that are compressed. */
  boolean takesCompressed();

  /** Whether the limit is that of the compressed answer, and not that of what it was made of. */
  default boolean countsCompressed() {
    return true;
  }
}
