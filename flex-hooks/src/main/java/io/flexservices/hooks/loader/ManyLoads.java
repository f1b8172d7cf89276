package io.flexservices.hooks.loader;

import io.flexservices.hooks.internal.Turn;
import io.flexservices.hooks.internal.TurnFuture;
import io.flexservices.json.Throwables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The values of several loads, once all of them are there; fails with the first that fails. */
final class ManyLoads<V extends @Nullable Object> extends TurnFuture<List<V>> {
  private final List<CompletableFuture<V>> loads;
  private final AtomicInteger missing;

  private ManyLoads(@Nullable Turn turn, List<CompletableFuture<V>> loads) {
    super(turn, Load.NO_WAITING);
    this.loads = loads;
    this.missing = new AtomicInteger(loads.size() + 1);
  }

  static <V extends @Nullable Object> ManyLoads<V> of(
      @Nullable Turn turn, List<CompletableFuture<V>> loads) {
    ManyLoads<V> many = new ManyLoads<>(turn, loads);
    for (CompletableFuture<V> load : loads) {
      load.whenComplete((value, failure) -> many.ended(failure));
    }
    many.ended(null);
    return many;
  }

  private void ended(@Nullable Throwable failure) {
    if (failure != null) {
      completeExceptionally(Throwables.unwrapped(failure));
    } else if (missing.decrementAndGet() == 0) {
      List<V> values = new ArrayList<>(loads.size());
      loads.forEach(load -> values.add(load.join()));
      complete(values);
    }
  }
}
