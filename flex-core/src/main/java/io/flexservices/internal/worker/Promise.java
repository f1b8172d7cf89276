package io.flexservices.internal.worker;

import io.flexservices.spi.Deadline;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value that any thread may give, once, and that one thread waits for, or one is told of. In
 * place of a {@link java.util.concurrent.CompletableFuture}, which is part of what the first
 * request would have to load, with some twenty classes behind it.
 */
public final class Promise<T extends @Nullable Object> {
  private @Nullable T value; // published by isGiven
  private volatile boolean isGiven;
  private volatile @Nullable Thread waiter;
  private @Nullable Consumer<? super T> listener; // guarded by this

  /** Gives the value; false where there is one already, which stays. */
  public boolean give(T given) {
    Consumer<? super T> told;
    synchronized (this) {
      if (isGiven) {
        return false;
      }
      value = given;
      isGiven = true;
      told = listener;
    }
    LockSupport.unpark(waiter);
    if (told != null) {
      told.accept(given);
    }
    return true;
  }

  /** Tells the value: at once where there is one, or by the thread that gives it. To one alone. */
  public void tell(Consumer<? super T> told) {
    synchronized (this) {
      if (!isGiven) {
        listener = told;
        return;
      }
    }
    told.accept(value());
  }

  /** Whether there is a value. */
  public boolean isGiven() {
    return isGiven;
  }

  /**
   * Waits for the value; for one thread alone.
   *
   * @return whether there is one
   * @throws InterruptedException where the thread is interrupted before there is one
   */
  public boolean await(Duration time) throws InterruptedException {
    waiter = Thread.currentThread();
    Deadline end = Deadline.in(time);
    while (!isGiven && !end.isSpent()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(this, end.remaining().toNanos());
    }
    return isGiven;
  }

  /**
   * The value.
   *
   * @throws IllegalStateException where there is none yet
   */
  @SuppressWarnings("NullAway") // null only where the type has it
  public T value() {
    if (!isGiven) {
      throw new IllegalStateException("No value is given yet");
    }
    return value;
  }
}
