package io.flexservices.hooks.loader;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Whether a batch function gave as many values as it was given keys. */
final class BatchCheck {
  private BatchCheck() {}

  /** The same stage, failed where what it ends with does not fit. */
  static <V extends @Nullable Object> CompletionStage<List<? extends V>> of(
      @Nullable CompletionStage<? extends List<? extends V>> asked, int keys) {
    if (asked == null) {
      throw refused("null in place of a stage");
    }
    return asked.thenApply(values -> checked(values, keys));
  }

  private static <V extends @Nullable Object> List<? extends V> checked(
      @Nullable List<? extends V> values, int keys) {
    if (values == null) {
      throw refused("a stage of null");
    }
    if (values.size() != keys) {
      throw refused(values.size() + " values for " + keys + " keys");
    }
    return values;
  }

  private static IllegalStateException refused(String given) {
    return new IllegalStateException(
        "The function of a batch loader must give a stage of a list with one value for each key, in"
            + " the order of the keys, but it gave "
            + given
            + ". BatchLoader.getResultsByKey makes such a list.");
  }
}
