package io.flexservices.hooks;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Gives values by their keys, and asks for many keys at once: what is loaded side by side goes into
 * one batch, and a key that was asked for is not asked for again. Nobody has to start a batch. A
 * resolver returns the future, or what it makes of it; it must not wait for it.
 *
 * @param <V> what a key leads to: a record, or a list of records
 */
public interface Loader<V extends @Nullable Object> {
  /**
   * The value of a key.
   *
   * @throws NullPointerException where the key is null
   * @throws IllegalArgumentException where it is a list, see {@link #loadMany}
   */
  CompletableFuture<V> load(Object key);

  /** The values of keys, in their order. */
  CompletableFuture<List<V>> loadMany(Collection<?> keys);

  /** Keeps a value for a key, unless there is one already. */
  Loader<V> prime(Object key, V value);

  /** Forgets the value of a key. */
  Loader<V> clear(Object key);

  /** Forgets all values. */
  Loader<V> clearAll();
}
