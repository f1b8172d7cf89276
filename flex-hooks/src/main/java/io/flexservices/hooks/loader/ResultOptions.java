package io.flexservices.hooks.loader;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What {@link BatchLoader#getResultsByKey} does with what does not fit.
 *
 * @param onError told of every result and key that does not fit; what it throws ends the call
 * @param defaultElem the value of keys without a record
 */
public record ResultOptions(OnError onError, @Nullable Object defaultElem) {
  private static final ResultOptions DEFAULTS = new ResultOptions((index, detail) -> {}, null);

  /** Is told of what does not fit. */
  @FunctionalInterface
  public interface OnError {
    /**
     * Something does not fit.
     *
     * @param index where, among the records or the keys
     * @param detail what
     */
    void accept(int index, String detail);
  }

  /** Checks what is given. */
  public ResultOptions {
    requireNonNull(onError, "onError == null");
  }

  /** Nobody is told, and keys without a record lead to null. */
  public static ResultOptions defaults() {
    return DEFAULTS;
  }
}
