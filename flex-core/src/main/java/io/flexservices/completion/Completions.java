package io.flexservices.completion;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.JsonForm;
import io.flexservices.json.Throwables;
import org.jspecify.annotations.Nullable;

/**
 * What all builders of one request share: where their outcome goes, and how they show an exception.
 *
 * @param outcome the once-only rule of the request
 * @param stackTraces whether an exception is shown with its stack trace
 */
public record Completions(FirstOutcome outcome, boolean stackTraces) {
  /** Checks the arguments. */
  public Completions {
    requireNonNull(outcome, "outcome == null");
  }

  /** Those of a handler within the handler: what ends there does not end the request. */
  Completions apart() {
    return new Completions(outcome.another(), stackTraces);
  }

  /** The {@code complete} of a data handler. */
  public DataCompletion data() {
    return new DataCompletion(this, null);
  }

  /** The {@code complete} of a function. */
  public FunctionCompletion function() {
    return new FunctionCompletion(this, null);
  }

  /** The {@code complete} of an auth handler. */
  public AuthCompletion auth() {
    return new AuthCompletion(this, null);
  }

  /**
   * An exception as an object with its name and message, unless it has a form of its own, as that
   * of a failed call to Kinvey's backend; any other value as it is.
   */
  @Nullable Object describe(@Nullable Object value) {
    if (value instanceof Throwable thrown && !(value instanceof JsonForm)) {
      return stackTraces ? Throwables.describeWithStack(thrown) : Throwables.describe(thrown);
    }
    return value;
  }
}
