package io.flexservices.hooks.loader;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.internal.Turn;
import io.flexservices.json.Throwables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What one turn has asked of a loader: the keys that wait for their batch, and the loads that were
 * made. So a loader that several requests share mixes nobody's keys and shows nobody another's
 * values. Outside of any turn there is one for each call of a loader's method.
 */
final class LoaderTurn<V extends @Nullable Object> {
  private final BatchFunction<V> function;
  private final LoaderOptions options;
  private final @Nullable Turn turn;
  private final HookContext context;
  private final Map<Object, CompletableFuture<V>> known = new HashMap<>();
  private List<Load<V>> waiting = new ArrayList<>();

  LoaderTurn(
      BatchFunction<V> function, LoaderOptions options, @Nullable Turn turn, HookContext context) {
    this.function = function;
    this.options = options;
    this.turn = turn;
    this.context = context;
  }

  CompletableFuture<V> load(Object key) {
    Object id = id(key);
    CompletableFuture<V> known = options.cache() ? known(id) : null;
    if (known != null) {
      return known;
    }
    Load<V> load = new Load<>(turn, key, id);
    if (options.cache()) {
      this.known.put(id, load);
    }
    if (options.batch()) {
      gather(load);
    } else {
      ask(List.of(load));
    }
    return load;
  }

  CompletableFuture<List<V>> loadMany(Iterable<?> keys) {
    List<CompletableFuture<V>> loads = new ArrayList<>();
    for (Object key : keys) {
      loads.add(key == null ? noValue() : load(key));
    }
    return ManyLoads.of(turn, loads);
  }

  void prime(Object key, V value) {
    Object id = id(key);
    if (known(id) == null) {
      known.put(id, ended(value));
      keep(id, value);
    }
  }

  void clear(Object key) {
    Object id = id(key);
    known.remove(id);
    if (options.cacheMap() != null) {
      options.cacheMap().remove(id, context);
    }
  }

  void clearAll() {
    known.clear();
    if (options.cacheMap() != null) {
      options.cacheMap().clear(context);
    }
  }

  /** Sends what waits. */
  void send() {
    List<Load<V>> loads = waiting;
    waiting = new ArrayList<>();
    int size = options.maxBatchSize() == 0 ? loads.size() : options.maxBatchSize();
    for (int from = 0; from < loads.size(); from += size) {
      ask(loads.subList(from, Math.min(from + size, loads.size())));
    }
  }

  private Object id(Object key) {
    return requireNonNull(options.cacheKeyFn().apply(key), "the cacheKeyFn gave null");
  }

  private @Nullable CompletableFuture<V> known(Object id) {
    CompletableFuture<V> load = known.get(id);
    if (load == null && options.cacheMap() != null) {
      ValueCache.Kept hit = options.cacheMap().get(id, context);
      if (hit != null) {
        load = ended(hit.value());
        known.put(id, load);
      }
    }
    return load;
  }

  private void gather(Load<V> load) {
    waiting.add(load);
    if (turn != null && waiting.size() == 1) {
      turn.whenIdle(this::send);
    }
  }

  private void ask(List<Load<V>> loads) {
    asked(loads)
        .whenComplete(
            (values, failure) -> {
              if (turn == null) {
                end(loads, values, failure);
              } else {
                turn.execute(() -> end(loads, values, failure));
              }
            });
  }

  private CompletionStage<? extends List<? extends V>> asked(List<Load<V>> loads) {
    List<Object> keys = new ArrayList<>(loads.size());
    loads.forEach(load -> keys.add(load.key()));
    try {
      return BatchCheck.of(function.load(Collections.unmodifiableList(keys), context), keys.size());
    } catch (Exception | StackOverflowError e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private void end(
      List<Load<V>> loads, @Nullable List<? extends V> values, @Nullable Throwable failure) {
    if (values == null) {
      Throwable cause = Throwables.unwrapped(requireNonNull(failure));
      loads.forEach(load -> fail(load, cause));
      return;
    }
    Iterator<? extends V> each = values.iterator();
    for (Load<V> load : loads) {
      end(load, each.next());
    }
  }

  private void end(Load<V> load, V value) {
    if (value instanceof Throwable failure) {
      fail(load, failure);
      return;
    }
    try {
      if (options.cacheMap() != null && options.cache() && isKnown(load)) {
        keep(load.id(), value);
      }
      load.complete(value);
    } catch (RuntimeException e) {
      fail(load, e); // a cache of the user's own; the other loads must not wait for ever
    }
  }

  /** Failed loads are forgotten: who asks again asks anew. */
  private void fail(Load<V> load, Throwable failure) {
    if (turn != null) {
      known.remove(load.id(), load);
    }
    load.completeExceptionally(failure);
  }

  /** Not so where the key was cleared meanwhile: the value may be an old one. */
  private boolean isKnown(Load<V> load) {
    return turn == null || load.equals(known.get(load.id()));
  }

  private void keep(Object id, V value) {
    if (options.cacheMap() != null) {
      options.cacheMap().put(id, value, context);
    }
  }

  @SuppressWarnings("unchecked") // what is kept is what this loader gave
  private CompletableFuture<V> ended(@Nullable Object value) {
    return value instanceof Throwable failure
        ? CompletableFuture.failedFuture(failure)
        : CompletableFuture.completedFuture((V) value);
  }

  @SuppressWarnings("unchecked") // no key leads to nothing, as a key without a record does
  private static <V extends @Nullable Object> CompletableFuture<V> noValue() {
    return CompletableFuture.completedFuture((V) null);
  }
}
