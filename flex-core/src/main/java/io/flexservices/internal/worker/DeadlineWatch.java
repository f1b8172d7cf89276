package io.flexservices.internal.worker;

import io.flexservices.spi.Deadline;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells of deadlines that pass. One thread does it for all of them, asleep until the first is due;
 * what is done in time, which is nearly all, neither wakes it nor waits for a lock. The thread ends
 * when it finds nothing to watch. Safe to use from several threads.
 */
public final class DeadlineWatch {
  /** Later than any deadline: nobody is going to look by himself. */
  private static final long NEVER = Long.MAX_VALUE;

  /** The clock: what is left until a moment that never comes. */
  private final Deadline farAway = Deadline.in(Duration.ofDays(36_500));

  private final Set<Watched> all = ConcurrentHashMap.newKeySet();

  /** When the thread looks next, in nanoseconds of the clock; {@link #NEVER} while it looks. */
  private volatile long nextLook = NEVER;

  private @Nullable Thread thread; // guarded by this

  /** What is to be done by a deadline. */
  public final class Watched {
    private final long due;
    private final Runnable late;

    private Watched(long due, Runnable late) {
      this.due = due;
      this.late = late;
    }

    /** It is done; false where it was late, and has been told so. */
    public boolean done() {
      return all.remove(this);
    }
  }

  /**
   * Begins to watch.
   *
   * @param late what is run when the deadline passes, unless it was done before: the one or the
   *     other, never both. It runs on the thread that watches, and so must not wait for anything
   * @throws OutOfMemoryError where the system has no thread to give; then nothing is watched
   */
  public Watched watch(Deadline deadline, Runnable late) {
    Watched watched = new Watched(now() + deadline.remaining().toNanos(), late);
    all.add(watched);
    if (watched.due < nextLook) {
      try {
        look();
      } catch (Throwable e) {
        watched.done();
        throw e;
      }
    }
    return watched;
  }

  private synchronized void look() {
    if (thread != null) {
      LockSupport.unpark(thread);
      return;
    }
    Thread started = new Thread(this::lookAgainAndAgain, "flex-deadlines");
    started.setDaemon(true);
    started.start();
    thread = started; // Not before: where the system has no thread to give, the next one tries.
  }

  private void lookAgainAndAgain() {
    do {
      long next = tellLate();
      nextLook = next;
      if (next != NEVER) {
        LockSupport.parkNanos(this, next - now());
      }
      // From here on each new one asks for a look, so that none is missed in between.
      nextLook = NEVER;
    } while (!isOver());
  }

  /** Whether there is nothing left; then the next one starts another thread. */
  private synchronized boolean isOver() {
    if (all.isEmpty()) {
      thread = null;
    }
    return thread == null;
  }

  /** When the next one is due. */
  private long tellLate() {
    long next = NEVER;
    for (Watched watched : all) {
      if (watched.due > now()) {
        next = Math.min(next, watched.due);
      } else if (all.remove(watched)) {
        tell(watched);
      }
    }
    return next;
  }

  /** One that fails keeps none of the others from being told. */
  private static void tell(Watched watched) {
    try {
      watched.late.run();
    } catch (Throwable e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  private long now() {
    return -farAway.remaining().toNanos();
  }
}
