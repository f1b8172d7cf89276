package io.flexservices.hooks.cache;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;

/** The hook that reads from a cache, fills it, and takes out what is changed. */
public final class Caches {
  private Caches() {}

  /**
   * Keeps a service's records in a cache. To be registered before and after all methods, with the
   * same cache:
   *
   * <ul>
   *   <li>before {@code get} without a query, a record that is kept is the result, and the method
   *       is not called;
   *   <li>after {@code find}, {@code get}, {@code create}, {@code update} and {@code patch} the
   *       records are kept, unless fields were selected;
   *   <li>before {@code update} and {@code patch}, and after all that writes, what is kept of the
   *       records is forgotten, for all users; everything is where it is not known which records
   *       were meant.
   * </ul>
   *
   * <p>What is kept is the record as this hook sees it. So it belongs last before the method, where
   * the caller's rights are checked already, and first after it, where nothing was taken out for
   * one caller or joined yet: the hooks after it run for records from the cache as well.
   *
   * <pre>{@code
   * HookSet hooks = HookSet.none()
   *     .before(disallow("external"), cache(users))
   *     .after(cache(users), discard("password"));
   * }</pre>
   *
   * <p>The field of the id is that of the service's {@code Records}; without these {@code _id},
   * where a record has it, else {@code id}.
   */
  public static Hook cache(RecordCache cache) {
    return Hook.async(new CacheHook(requireNonNull(cache, "cache == null"), null));
  }

  /**
   * As {@link #cache(RecordCache)}.
   *
   * @param keyField the name of the field that holds a record's id
   */
  public static Hook cache(RecordCache cache, String keyField) {
    return Hook.async(
        new CacheHook(
            requireNonNull(cache, "cache == null"), requireNonNull(keyField, "keyField == null")));
  }
}
