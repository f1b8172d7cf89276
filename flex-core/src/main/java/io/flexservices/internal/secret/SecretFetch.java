package io.flexservices.internal.secret;

import io.flexservices.json.Throwables;
import io.flexservices.secret.SecretSource;
import io.flexservices.secret.SharedSecrets;
import io.flexservices.spi.Deadline;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One fetch of the secrets. */
final class SecretFetch extends FutureTask<SharedSecrets> {
  private final long begunAt;
  private final Consumer<SecretFetch> listener;

  /**
   * What came of a fetch.
   *
   * @param secrets what was fetched; null where it failed
   * @param reason why it failed
   */
  record Result(@Nullable SharedSecrets secrets, String reason) {}

  /**
   * A fetch to be run.
   *
   * @param listener is told when it has ended
   */
  SecretFetch(SecretSource source, long begunAt, Consumer<SecretFetch> listener) {
    super(source::fetch);
    this.begunAt = begunAt;
    this.listener = listener;
  }

  /** When it began, by the wall's clock in milliseconds. */
  long begunAt() {
    return begunAt;
  }

  @Override
  protected void done() {
    listener.accept(this);
  }

  /** Waits for the end, or until the deadline. */
  void await(Deadline deadline) {
    try {
      get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException | CancellationException e) {
      // What came of it is asked for by result().
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What came of it; only once it is done. */
  Result result() {
    try {
      SharedSecrets secrets = get(0, TimeUnit.NANOSECONDS);
      return secrets == null
          ? new Result(null, "The source returned null")
          : new Result(secrets, "");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return new Result(null, Throwables.summary(cause == null ? e : cause));
    } catch (CancellationException | TimeoutException e) {
      return new Result(
          null, "The fetch took longer than " + FetchedSecrets.STUCK.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(null, "Interrupted");
    }
  }
}
