package io.flexservices.hooks.loader;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.internal.Keys;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link BatchLoader} works. A value: every {@code with} gives another one.
 *
 * @param context for whom it works; null for the call that asks, each time
 * @param batch whether keys are gathered; false sends each as it is asked for
 * @param cache whether a key that was asked for in a call is not asked for again in it, and whether
 *     what was {@linkplain BatchLoader#prime primed} or is in the cacheMap is taken
 * @param cacheKeyFn what keys have in common that mean the same; by default a number is its value
 *     whatever its Java type, and everything else is itself
 * @param cacheMap keeps values from one call to the next; null for none
 * @param maxBatchSize how many keys a batch has at most, the rest going into others beside it; 0
 *     for any number
 */
public record LoaderOptions(
    @Nullable HookContext context,
    boolean batch,
    boolean cache,
    UnaryOperator<Object> cacheKeyFn,
    @Nullable ValueCache cacheMap,
    int maxBatchSize) {
  private static final LoaderOptions DEFAULTS =
      new LoaderOptions(null, true, true, Keys::canonical, null, 0);

  /** Checks what is given. */
  public LoaderOptions {
    requireNonNull(cacheKeyFn, "cacheKeyFn == null");
    if (maxBatchSize < 0) {
      throw new IllegalArgumentException("maxBatchSize < 0: " + maxBatchSize);
    }
  }

  /** Batches of any size, and each key once in a call. */
  public static LoaderOptions defaults() {
    return DEFAULTS;
  }

  /** These options, for a loader that works for that call alone. */
  public LoaderOptions withContext(HookContext context) {
    requireNonNull(context, "context == null");
    return new LoaderOptions(context, batch, cache, cacheKeyFn, cacheMap, maxBatchSize);
  }

  /** These options, with keys gathered or not. */
  public LoaderOptions withBatch(boolean batch) {
    return new LoaderOptions(context, batch, cache, cacheKeyFn, cacheMap, maxBatchSize);
  }

  /** These options, with values remembered or not. */
  public LoaderOptions withCache(boolean cache) {
    return new LoaderOptions(context, batch, cache, cacheKeyFn, cacheMap, maxBatchSize);
  }

  /** These options, with what keys have in common that mean the same; never null. */
  public LoaderOptions withCacheKeyFn(UnaryOperator<Object> cacheKeyFn) {
    return new LoaderOptions(context, batch, cache, cacheKeyFn, cacheMap, maxBatchSize);
  }

  /** These options, with a cache that lasts. */
  public LoaderOptions withCacheMap(ValueCache cacheMap) {
    requireNonNull(cacheMap, "cacheMap == null");
    return new LoaderOptions(context, batch, cache, cacheKeyFn, cacheMap, maxBatchSize);
  }

  /** These options, with a limit to the size of batches. */
  public LoaderOptions withMaxBatchSize(int maxBatchSize) {
    return new LoaderOptions(context, batch, cache, cacheKeyFn, cacheMap, maxBatchSize);
  }
}
