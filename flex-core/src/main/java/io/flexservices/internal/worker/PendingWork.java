package io.flexservices.internal.worker;

import io.flexservices.json.Throwables;
import io.flexservices.log.Logger;
import io.flexservices.spi.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What a request started and did not wait for. A function may freeze once it has answered, so the
 * answer waits for this. Safe to use from several threads.
 */
public final class PendingWork {
  private final List<Piece> pieces = new ArrayList<>(0); // guarded by this

  private record Piece(String name, CompletableFuture<?> work) {
    /** Whether it failed, and nobody that is known has seen it. */
    boolean failedUnseen() {
      return work.isCompletedExceptionally()
          && !work.isCancelled()
          && !(work instanceof CallFuture<?> call && call.isWaitedFor());
    }

    /**
     * Waits until it is done, and says how it failed where nobody has seen it; false where late.
     */
    boolean finish(Deadline deadline, Logger logger) throws InterruptedException {
      try {
        work.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        if (failedUnseen()) {
          logger.warn(
              "%s, for which nobody waited, failed: %s"
                  .formatted(name, Throwables.summary(Throwables.unwrapped(e))));
        }
      } catch (CancellationException e) {
        // Somebody wanted that.
      } catch (TimeoutException e) {
        return false;
      }
      return true;
    }
  }

  /** Takes note of work; the name is for the log. */
  public void add(String name, CompletableFuture<?> work) {
    Piece piece = new Piece(name, work);
    synchronized (this) {
      pieces.add(piece);
    }
    work.whenComplete(
        (value, thrown) -> {
          if (!piece.failedUnseen()) {
            remove(piece);
          }
        });
  }

  /**
   * Waits until all is done, also what is added meanwhile, or until the time is spent; says what is
   * left over, and what failed without a caller that waited.
   */
  public void finish(Deadline deadline, Logger logger) throws InterruptedException {
    for (Piece piece = next(); piece != null; piece = next()) {
      if (!piece.finish(deadline, logger)) {
        leftOver().forEach(name -> logger.warn(name + " was not done when the time was spent"));
        return;
      }
      remove(piece);
    }
  }

  /** Whether there is nothing that {@link #finish} would wait for, or say anything of. */
  public synchronized boolean isEmpty() {
    return pieces.isEmpty();
  }

  private synchronized @Nullable Piece next() {
    return pieces.isEmpty() ? null : pieces.get(0);
  }

  private synchronized void remove(Piece piece) {
    pieces.remove(piece);
  }

  private synchronized List<String> leftOver() {
    return pieces.stream().filter(piece -> !piece.work().isDone()).map(Piece::name).toList();
  }
}
