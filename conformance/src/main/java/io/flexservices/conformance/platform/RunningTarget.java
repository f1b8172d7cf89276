package io.flexservices.conformance.platform;

/** A target that answers. */
public interface RunningTarget extends AutoCloseable {
  /** Where it answers: {@code http://127.0.0.1:PORT}. */
  String url();

  /** Stops it; when this returns nothing of it is left running. */
  @Override
  void close();
}
