package io.flexservices.hooks.loader;

import io.flexservices.hooks.HookContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values of loaders from one call to the next. Only values that are there: neither
 * failures nor loads that are under way.
 *
 * <p>Implementations are safe for use from several threads at once, do not block, and copy what
 * they take and what they give, since joins change the records that they load. The context says for
 * whom a loader works, so that a cache can keep one user's values from another.
 */
public interface ValueCache {
  /** A value that is kept, be it null because there is nothing for the key. */
  record Kept(@Nullable Object value) {}

  /** What is kept for the key; null where nothing is. */
  @Nullable Kept get(Object key, HookContext context);

  /** Keeps a value, in place of an earlier one. */
  void put(Object key, @Nullable Object value, HookContext context);

  /** Forgets a value. */
  void remove(Object key, HookContext context);

  /** Forgets all values. */
  void clear(HookContext context);
}
