package io.flexservices.internal.pipeline;

import org.jspecify.annotations.Nullable;

/** A status that is an error's, sent as a number in the body or as a text in a header. */
final class ErrorStatus {
  private ErrorStatus() {}

  /** The status from 400 up; null for any other value. */
  static @Nullable Integer of(@Nullable Object status) {
    if (!(status instanceof Number) && !(status instanceof String)) {
      return null;
    }
    try {
      double number = Double.parseDouble(status.toString());
      return number > 399 && number < 1_000 ? (int) number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
