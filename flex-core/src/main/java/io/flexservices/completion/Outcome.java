package io.flexservices.completion;

import org.jspecify.annotations.Nullable;

/**
 * How a handler ended: made by {@code next()} or {@code done()}, and returned by the handler. A
 * value.
 */
public final class Outcome {
  private final int status;
  private final @Nullable Object body;
  private final @Nullable Object query;
  private final boolean next;

  Outcome(int status, @Nullable Object body, @Nullable Object query, boolean next) {
    this.status = status;
    this.body = body;
    this.query = query;
    this.next = next;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The body that was set or that the status made; null where there is none. */
  public @Nullable Object body() {
    return body;
  }

  /** The same ending with another body; null for none. */
  public Outcome withBody(@Nullable Object body) {
    return new Outcome(status, body, query, next);
  }

  /** The query that a pre hook set in place of the request's; null where there is none. */
  public @Nullable Object query() {
    return query;
  }

  /** Whether Kinvey goes on with the request: true by {@code next()}, false by {@code done()}. */
  public boolean isNext() {
    return next;
  }
}
