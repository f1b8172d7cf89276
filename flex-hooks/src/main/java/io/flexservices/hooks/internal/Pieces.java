package io.flexservices.hooks.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of work that a {@link Turn} has ready, those that wait until there are none, and who
 * runs them: one thread at a time, from the {@link #add} that says so to the {@link #next} without
 * a piece. What one runner did the next one sees.
 */
final class Pieces {
  // Guarded by this.
  private final Deque<Runnable> ready = new ArrayDeque<>();
  private boolean running;

  // The runner's own, handed on with the lock.
  private List<Runnable> idle = new ArrayList<>();

  /** Adds a piece; true where the caller is the runner from now on. */
  synchronized boolean add(Runnable piece) {
    ready.add(piece);
    if (running) {
      notifyAll();
      return false;
    }
    running = true;
    return true;
  }

  /** Adds a piece for when none is ready. By the runner only. */
  void addIdle(Runnable piece) {
    idle.add(piece);
  }

  /** The runner's next piece; null where there is none, and the runner is none any more. */
  synchronized @Nullable Runnable next() {
    Runnable piece = poll();
    running = piece != null;
    return piece;
  }

  /** A piece for the runner, who stays it; null where there is none. */
  synchronized @Nullable Runnable ready() {
    return poll();
  }

  /** The runner's next piece, once there is one; null where the time is over before. */
  synchronized @Nullable Runnable await(Supplier<Duration> timeLeft) throws InterruptedException {
    Runnable piece = poll();
    while (piece == null) {
      long millis = timeLeft.get().toMillis();
      if (millis <= 0) { // a wait of zero would be one for ever
        return null;
      }
      wait(millis);
      piece = poll();
    }
    return piece;
  }

  private @Nullable Runnable poll() {
    Runnable piece = ready.poll();
    if (piece != null || idle.isEmpty()) {
      return piece;
    }
    List<Runnable> all = idle;
    idle = new ArrayList<>();
    return () -> all.forEach(Runnable::run);
  }
}
