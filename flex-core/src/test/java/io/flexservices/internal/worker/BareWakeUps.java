package io.flexservices.internal.worker;

import java.util.concurrent.locks.LockSupport;

/** Two threads that do nothing but wake each other: what no hand-off between sleepers can beat. */
final class BareWakeUps implements AutoCloseable {
  private final Thread caller = Thread.currentThread();
  private final Thread other = new Thread(this::answer, "bare-wake-ups");
  private volatile boolean asked;
  private volatile boolean closed;

  /** To be used by the thread that makes it. */
  BareWakeUps() {
    other.setDaemon(true);
    other.start();
  }

  /** Wakes the other thread, and sleeps until that has woken this one. */
  void thereAndBack() {
    asked = true;
    LockSupport.unpark(other);
    while (asked) {
      LockSupport.park(this);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(other);
  }

  private void answer() {
    while (!closed) {
      if (asked) {
        asked = false;
        LockSupport.unpark(caller);
      } else {
        LockSupport.park(this);
      }
    }
  }
}
