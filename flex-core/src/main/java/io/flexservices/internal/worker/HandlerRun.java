package io.flexservices.internal.worker;

import org.jspecify.annotations.Nullable;

/**
 * Work on a thread that other work has afterwards: whoever gives it up interrupts it, and never
 * what came after it.
 */
public final class HandlerRun implements Runnable {
  private static final StackTraceElement[] NOWHERE = {};

  /** Null once it has begun: a thread may hold on to this for long after. Guarded by this. */
  private @Nullable Runnable work;

  /** Whose interrupt flag is this work's; null before and after it. Guarded by this. */
  private @Nullable Thread thread;

  private boolean givenUp; // guarded by this

  /** What is to be run, once, by the thread that calls {@link #run}. */
  public HandlerRun(Runnable work) {
    this.work = work;
  }

  @Override
  public void run() {
    Runnable begun = enter();
    if (begun == null) {
      return;
    }
    try {
      begun.run();
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

  private synchronized @Nullable Runnable enter() {
    Runnable begun = givenUp ? null : work;
    work = null;
    thread = begun == null ? null : Thread.currentThread();
    return begun;
  }

  private synchronized void leave() {
    thread = null;
    // Else the thread's next work would find itself interrupted.
    boolean unused = Thread.interrupted();
  }
}
