package io.flexservices.internal.worker;

import org.jspecify.annotations.Nullable;

/**
 * Work on a thread that other work has afterwards: whoever gives it up interrupts it, and never
 * what came after it.
 */
public final class HandlerRun implements Runnable {
  private static final StackTraceElement[] NOWHERE = {};

  private final Runnable work;

  /** Whose interrupt flag is this work's; null before and after it. Guarded by this. */
  private @Nullable Thread thread;

  private boolean givenUp; // guarded by this

  HandlerRun(Runnable work) {
    this.work = work;
  }

  @Override
  public void run() {
    if (!enter()) {
      return;
    }
    try {
      work.run();
    } finally {
      leave();
    }
  }

  /** Where the work is; empty where it has ended, or has not begun. */
  public synchronized StackTraceElement[] stack() {
    return thread == null ? NOWHERE : thread.getStackTrace();
  }

  /** Interrupts the work, or keeps it from beginning. */
  public synchronized void giveUp() {
    givenUp = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private synchronized boolean enter() {
    if (!givenUp) {
      thread = Thread.currentThread();
    }
    return !givenUp;
  }

  private synchronized void leave() {
    thread = null;
    // Else the thread's next work would find itself interrupted.
    boolean unused = Thread.interrupted();
  }
}
