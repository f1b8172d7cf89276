package io.flexservices.modules.query;

import static java.util.Objects.requireNonNull;

/**
 * An argument that a query refuses, or a condition that it cannot judge in memory. The texts are
 * those of the Flex SDK's {@code QueryError} ({@code lib/service/modules/query.js}, 4.1.4) where it
 * has one.
 */
public final class QueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception that says what is wrong.
   *
   * @param debug what was refused and what is accepted; it may be shown to a client
   */
  public QueryException(String debug) {
    super(requireNonNull(debug, "debug == null"));
  }

  /** The name by which clients tell errors apart. */
  public String error() {
    return "QueryError";
  }

  /** What the error means. */
  public String description() {
    return "An error occurred on the query.";
  }

  /** What is wrong; the message of this exception. */
  public String debug() {
    return requireNonNull(getMessage());
  }
}
