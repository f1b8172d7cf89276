package io.flexservices.hooks.fields;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookContext;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Fields#setField(SetFieldOptions)} sets, and from what. A value: every method returns
 * other options.
 *
 * <pre>{@code
 * SetFieldOptions.as("params.query.userId").from("params.user._id")
 * }</pre>
 */
public final class SetFieldOptions {
  private final String as;
  private final @Nullable String from;
  private final boolean allowsUndefined;

  private SetFieldOptions(String as, @Nullable String from, boolean allowsUndefined) {
    this.as = requireNonNull(as, "as == null");
    this.from = from;
    this.allowsUndefined = allowsUndefined;
  }

  /**
   * What is set: a path that begins with {@code data}, {@code result} or {@code params}, or {@code
   * id}. Where the data is a list, a path into it sets the field of each record, unless it begins
   * with a position: {@code data[0].userId}.
   */
  public static SetFieldOptions as(String as) {
    return new SetFieldOptions(as, null, false);
  }

  /** Where the value comes from: a path as in {@link HookContext#valueAt}. */
  public SetFieldOptions from(String from) {
    return new SetFieldOptions(as, requireNonNull(from, "from == null"), allowsUndefined);
  }

  /** Whether calls from outside go on where there is no value. By default they are refused. */
  public SetFieldOptions withAllowUndefined(boolean allow) {
    return new SetFieldOptions(as, from, allow);
  }

  /** These, once they are complete. */
  SetFieldOptions checked() {
    if (as.isEmpty() || from == null || from.isEmpty()) {
      throw new IllegalArgumentException("'as' and 'from' options have to be set");
    }
    return this;
  }

  String as() {
    return as;
  }

  String from() {
    return requireNonNull(from, "from == null");
  }

  boolean allowsUndefined() {
    return allowsUndefined;
  }
}
