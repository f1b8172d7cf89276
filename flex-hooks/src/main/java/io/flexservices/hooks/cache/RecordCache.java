package io.flexservices.hooks.cache;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.loader.ValueCache;
import io.flexservices.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps records that were read, for later calls: those that were used last, each no longer than its
 * time to live. It lives as long as this instance of the function, and knows nothing of what others
 * write. So it wants a time to live, and must be emptied when the process was restored from a
 * snapshot.
 *
 * <pre>{@code
 * RecordCache users = RecordCache.of(100, Duration.ofMinutes(5)).build();
 * flex.onRestore(users::clear);
 * }</pre>
 *
 * <p>For the {@linkplain Caches#cache hook} of a service, and for loaders, as their cacheMap.
 *
 * <p>A record is served to the user again whom it was read for, in the same app environment, by the
 * same kind of credentials, and to nobody else; see {@link Builder#sharedByAllUsers()}. What is
 * kept and what is given are copies. Safe for use from several threads at once; time is that of the
 * wall, since a function may be frozen between two calls.
 */
public final class RecordCache implements ValueCache {
  private final LeastRecentlyUsed<CacheKey> entries;
  private final UnaryOperator<Object> keyFunction;
  private final UnaryOperator<Object> cloneFunction;
  private final boolean isSharedByAllUsers;

  private RecordCache(Builder builder) {
    this.entries = new LeastRecentlyUsed<>(builder.capacity, builder.timeToLive, builder.clock);
    this.keyFunction = builder.keyFunction;
    this.cloneFunction = builder.cloneFunction;
    this.isSharedByAllUsers = builder.isSharedByAllUsers;
  }

  /**
   * Begins a cache. After a restore from a snapshot it must forget what it keeps: register {@code
   * flex.onRestore(cache::clear)} beside it, or records of another time and place are served.
   *
   * @param capacity how many records it keeps, counted for each user
   * @param timeToLive how long one is served after it was read, at most
   * @throws IllegalArgumentException where one of them is not positive
   */
  public static Builder of(int capacity, Duration timeToLive) {
    return new Builder(capacity, timeToLive);
  }

  /**
   * Forgets what is kept under an id, for whomever it was read.
   *
   * @param id a record's id, or what a loader's value is kept under
   */
  public void evict(Object id) {
    evictAll(Set.of(requireNonNull(id, "id == null")));
  }

  /** Forgets everything. */
  public void clear() {
    entries.clear();
  }

  void evictAll(Collection<?> ids) {
    Set<Object> evicted = new HashSet<>();
    for (Object id : ids) {
      evicted.add(id(id));
    }
    entries.removeIf(key -> evicted.contains(key.id()));
  }

  /** What is kept for the caller of that context; null where nothing is. */
  @Override
  public @Nullable Kept get(Object key, HookContext context) {
    Kept kept = entries.get(key(context, key));
    return kept == null ? null : copy(kept.value());
  }

  /**
   * Keeps a value for the caller of that context.
   *
   * @param value a record, or a list of them; null where it is known that there is none
   */
  @Override
  public void put(Object key, @Nullable Object value, HookContext context) {
    entries.put(key(context, key), copy(value));
  }

  /** As {@link #evict}, for whomever it was read. */
  @Override
  public void remove(Object key, HookContext context) {
    evict(key);
  }

  /** As {@link #clear()}, for all callers. */
  @Override
  public void clear(HookContext context) {
    clear();
  }

  private CacheKey key(HookContext context, Object id) {
    return new CacheKey(CacheScope.of(context, isSharedByAllUsers), id(id));
  }

  private Object id(Object id) {
    return requireNonNull(CacheKey.stable(keyFunction.apply(id)), "the key function gave null");
  }

  private Kept copy(@Nullable Object value) {
    return new Kept(value == null ? null : cloneFunction.apply(value));
  }

  /** What a cache begins with. A builder: every method changes it and returns it. */
  public static final class Builder {
    private final int capacity;
    private final Duration timeToLive;
    private UnaryOperator<Object> keyFunction = UnaryOperator.identity();
    private UnaryOperator<Object> cloneFunction = value -> requireNonNull(Json.copy(value));
    private Clock clock = Clock.systemUTC();
    private boolean isSharedByAllUsers;

    private Builder(int capacity, Duration timeToLive) {
      if (capacity < 1) {
        throw new IllegalArgumentException("capacity < 1: " + capacity);
      }
      if (requireNonNull(timeToLive, "timeToLive == null").toMillis() < 1) {
        throw new IllegalArgumentException("timeToLive < 1 ms: " + timeToLive);
      }
      this.capacity = capacity;
      this.timeToLive = timeToLive;
    }

    /**
     * What records are kept under, made of their ids: the documents' {@code makeCacheKey}. By
     * default the id itself, where numbers of the same value are the same id.
     *
     * @param keyFunction gives no null; called for every id, by any thread
     */
    public Builder keyedBy(UnaryOperator<Object> keyFunction) {
      this.keyFunction = requireNonNull(keyFunction, "keyFunction == null");
      return this;
    }

    /**
     * How records are copied, on their way in and on their way out: the documents' {@code clone}.
     * By default objects and lists are, to any depth.
     *
     * @param cloneFunction is given a record, or a list of records where a loader keeps lists; must
     *     not give what later calls could change
     */
    public Builder clonedBy(UnaryOperator<Object> cloneFunction) {
      this.cloneFunction = requireNonNull(cloneFunction, "cloneFunction == null");
      return this;
    }

    /**
     * Serves all users of an app what any one of them was served: for records that look the same to
     * everybody. What was read with the app's or the master secret, or by the service itself, is
     * kept apart all the same.
     */
    public Builder sharedByAllUsers() {
      this.isSharedByAllUsers = true;
      return this;
    }

    /** The time, in place of the system's. */
    public Builder clock(Clock clock) {
      this.clock = requireNonNull(clock, "clock == null");
      return this;
    }

    /** The cache, empty. */
    public RecordCache build() {
      return new RecordCache(this);
    }
  }
}
