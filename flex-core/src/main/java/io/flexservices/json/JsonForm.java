package io.flexservices.json;

import org.jspecify.annotations.Nullable;

/**
 * A value that says itself how it looks as JSON. Without it {@link Json} would leave the value to
 * jackson-databind, which looks at getters: not what is meant where they stand for something else
 * than members, or for a secret.
 */
public interface JsonForm {
  /** A value that {@link Json} can write; called on whatever thread writes. */
  @Nullable Object toJson();
}
