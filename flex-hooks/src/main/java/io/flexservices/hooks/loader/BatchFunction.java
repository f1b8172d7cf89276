package io.flexservices.hooks.loader;

import io.flexservices.hooks.HookContext;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of many keys at once.
 *
 * <p>Called in the turn of the call that asks, or on the thread that asks outside of any call; it
 * should not block. It may be called for several batches side by side.
 *
 * @param <V> what a key leads to: a record, or a list of records
 */
@FunctionalInterface
public interface BatchFunction<V extends @Nullable Object> {
  /**
   * Finds the values.
   *
   * @param keys the keys as they were asked for, unmodifiable
   * @param context the loader's context, or that of the call that asks. Outside of any call one
   *     without a user, so that what is found is found on behalf of the service itself
   * @return as many values as keys, in the order of the keys; one that is a {@link Throwable} fails
   *     the loads of its key. May end on any thread
   * @throws Exception anything; it fails the loads of all the keys, as a failed stage does
   */
  CompletionStage<? extends List<? extends V>> load(List<Object> keys, HookContext context)
      throws Exception;
}
