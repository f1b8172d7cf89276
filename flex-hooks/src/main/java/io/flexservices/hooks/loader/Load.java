package io.flexservices.hooks.loader;

import io.flexservices.hooks.internal.Turn;
import io.flexservices.hooks.internal.TurnFuture;
import org.jspecify.annotations.Nullable;

/** The value of one key, once its batch is there. */
final class Load<V extends @Nullable Object> extends TurnFuture<V> {
  static final String NO_WAITING =
      "What a loader gives was waited for inside a hook or a resolver, but its batch is sent only"
          + " when that has returned. Return the future, or what thenApply and thenCombine make of"
          + " it; loadMany gives the values of several keys.";

  private final Object key;
  private final Object id;

  /**
   * A load.
   *
   * @param key as it was asked for
   * @param id what it has in common with keys that mean the same
   */
  Load(@Nullable Turn turn, Object key, Object id) {
    super(turn, NO_WAITING);
    this.key = key;
    this.id = id;
  }

  Object key() {
    return key;
  }

  Object id() {
    return id;
  }
}
