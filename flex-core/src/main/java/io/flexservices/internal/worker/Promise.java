package io.flexservices.internal.worker;

import io.flexservices.spi.Deadline;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A value that any thread may give, once, and that one thread waits for. In place of a {@link
 * java.util.concurrent.CompletableFuture}, which is part of what the first request would have to
 * load, with some twenty classes behind it.
 */
public final class Promise<T extends @Nullable Object> {
  private @Nullable T value; // published by isGiven
  private volatile boolean isGiven;
  private volatile @Nullable Thread waiter;

  /** Gives the value; false where there is one already, which stays. */
  public boolean give(T given) {
    synchronized (this) {
      if (isGiven) {
        return false;
      }
      value = given;
      isGiven = true;
    }
    LockSupport.unpark(waiter);
    return true;
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
