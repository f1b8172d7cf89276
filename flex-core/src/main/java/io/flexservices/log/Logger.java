package io.flexservices.log;

import org.jspecify.annotations.Nullable;

/**
 * Writes records, one JSON line each: {@code message} and {@code level} as the Flex SDK prints
 * them, then {@code time}, {@code platform} and, while a request is served, {@code requestId} and
 * {@code handler}.
 *
 * <p>A message is a string, a {@code Throwable} (printed as {@code Name: message}, its stack trace
 * beside it as {@code stack}) or any value with a JSON form; null logs nothing. What {@link
 * Redaction} takes for a secret is not shown, and a message that is too long for the platforms is
 * cut. May be called from any thread; never throws.
 */
public interface Logger {
  /** Something worth knowing. */
  void info(@Nullable Object message);

  /** Something that will need care; printed with the level {@code warning}. */
  void warn(@Nullable Object message);

  /** Something that failed. */
  void error(@Nullable Object message);

  /** Something that keeps the service from its work. */
  void fatal(@Nullable Object message);
}
