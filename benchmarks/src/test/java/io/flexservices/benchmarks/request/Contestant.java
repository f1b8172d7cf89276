package io.flexservices.benchmarks.request;

import java.io.IOException;

/** What answers events. */
public interface Contestant extends AutoCloseable {
  /** The bytes of the answer to those of an event. */
  byte[] answer(byte[] event) throws IOException;

  /** Ends its threads, where it has some. */
  @Override
  default void close() {}
}
