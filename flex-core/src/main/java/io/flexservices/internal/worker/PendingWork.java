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

  private record Piece(String name, CompletableFuture<?> work) {}

  /** Takes note of work; the name is for the log. */
  public void add(String name, CompletableFuture<?> work) {
    if (work.isDone()) {
      return;
    }
    Piece piece = new Piece(name, work);
    synchronized (this) {
      pieces.add(piece);
    }
    work.whenComplete((value, thrown) -> remove(piece));
  }

  /**
   * Waits until all is done, also what is added meanwhile, or until the time is spent; says what is
   * left over and what failed with nobody waiting.
   */
  public void finish(Deadline deadline, Logger logger) throws InterruptedException {
    for (Piece piece = next(); piece != null; piece = next()) {
      try {
        piece.work().get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        logger.warn(
            "%s failed, and the handler did not wait for it: %s"
                .formatted(piece.name(), Throwables.summary(cause(e))));
      } catch (CancellationException e) {
        // Somebody wanted that.
      } catch (TimeoutException e) {
        leftOver().forEach(name -> logger.warn(name + " was not done when the time was spent"));
        return;
      }
      remove(piece);
    }
  }

  private static Throwable cause(ExecutionException e) {
    return e.getCause() == null ? e : e.getCause();
  }

  private synchronized @Nullable Piece next() {
    return pieces.isEmpty() ? null : pieces.get(0);
  }

  private synchronized void remove(Piece piece) {
    pieces.remove(piece);
  }

  private synchronized List<String> leftOver() {
    return pieces.stream().map(Piece::name).toList();
  }
}
