package io.flexservices.hooks.cache;

import io.flexservices.hooks.loader.ValueCache.Kept;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The entries that were used last, up to a capacity, each for a while after it was written. Safe
 * for use from several threads at once.
 *
 * <p>The JDK's own map does it. A library was tried: its first use takes some 50 ms of a cold
 * start, and which entry it drops depends on how often keys were used and not on when.
 */
final class LeastRecentlyUsed<K> {
  private final Map<K, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final int capacity;
  private final long timeToLive;
  private final Clock clock;

  private record Entry(Kept kept, long writtenAt) {}

  LeastRecentlyUsed(int capacity, Duration timeToLive, Clock clock) {
    this.capacity = capacity;
    this.timeToLive = timeToLive.toMillis();
    this.clock = clock;
  }

  synchronized @Nullable Kept get(K key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return null;
    }
    long age = clock.millis() - entry.writtenAt();
    if (age < 0 || age >= timeToLive) { // a clock that was put back tells nothing of an age
      entries.remove(key);
      return null;
    }
    return entry.kept();
  }

  synchronized void put(K key, Kept kept) {
    entries.put(key, new Entry(kept, clock.millis()));
    if (entries.size() > capacity) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  synchronized void removeIf(Predicate<K> isStale) {
    entries.keySet().removeIf(isStale);
  }

  synchronized void clear() {
    entries.clear();
  }
}
