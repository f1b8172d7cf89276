package io.flexservices.internal.secret;

import io.flexservices.log.Logger;
import io.flexservices.secret.SecretSource;
import io.flexservices.spi.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that are fetched: by the first request that needs them, again when their time to live is
 * over, and early where a key matches none of them, since they may just have been replaced. One
 * fetch runs at a time, and all who need it wait for it.
 *
 * <p>Time is that of the wall, not of the process: a function that was frozen, or restored from a
 * snapshot, finds its secrets as old as they are.
 */
final class FetchedSecrets implements Guard {
  /** How long secrets are used after their time to live, while newer ones cannot be had. */
  static final Duration GRACE = Duration.ofHours(1);

  /** Between a fetch that failed and the next, where nobody can be served without. */
  static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

  /** Between a fetch that failed and the next, while older secrets do. */
  static final Duration GRACE_PAUSE = Duration.ofSeconds(30);

  /**
   * Before a key that does not match causes a fetch, since the last one; a stranger may send many.
   */
  static final Duration EARLY_PAUSE = Duration.ofSeconds(10);

  /** How long a request waits for a fetch. */
  static final Duration WAIT = Duration.ofSeconds(10);

  /** How long a request waits for newer secrets, where older ones do. */
  static final Duration WAIT_FOR_NEWER = Duration.ofSeconds(1);

  /** When a fetch is given up, so that another may begin. */
  static final Duration STUCK = Duration.ofSeconds(30);

  private final SecretSource source;
  private final FetchReports reports;
  private final Duration ttl;
  private final Clock clock;
  private final Executor workers;

  private @Nullable Known known;
  private @Nullable SecretFetch running;
  private @Nullable Long begunAt;
  private @Nullable Long failedAt;

  /** Secrets, and the moment when they were asked for. */
  private record Known(Secrets secrets, long at) {}

  /**
   * A guard that has fetched nothing.
   *
   * @param name what the log calls the source
   */
  FetchedSecrets(
      SecretSource source,
      String name,
      Duration ttl,
      Clock clock,
      Executor workers,
      Logger logger) {
    this.source = source;
    this.reports = new FetchReports(name, logger);
    this.ttl = ttl;
    this.clock = clock;
    this.workers = workers;
  }

  @Override
  public Verdict judge(String key, Deadline deadline) {
    return judge(secrets -> secrets.judge(key, deadline), !key.isEmpty(), deadline);
  }

  @Override
  public @Nullable String sign(String text, Deadline deadline) {
    Secrets secrets = secrets(deadline);
    return secrets == null ? null : secrets.sign(text, deadline);
  }

  @Override
  public Verdict judgeSigned(String text, String signature, Deadline deadline) {
    return judge(secrets -> secrets.judgeSigned(text, signature, deadline), true, deadline);
  }

  /** Refuses only by secrets that are not too old, where it is worth fetching newer ones. */
  private Verdict judge(Function<Secrets, Verdict> proof, boolean isWorth, Deadline deadline) {
    Secrets secrets = secrets(deadline);
    if (secrets == null) {
      return Verdict.UNKNOWN;
    }
    Verdict verdict = proof.apply(secrets);
    if (verdict == Verdict.ACCEPTED || !isWorth) {
      return verdict;
    }
    Secrets newer = newer(deadline);
    return newer == null ? verdict : proof.apply(newer);
  }

  @Override
  public synchronized void restored() {
    SecretFetch abandoned = running;
    known = null;
    running = null;
    begunAt = null;
    failedAt = null;
    if (abandoned != null) {
      abandoned.cancel(true);
    }
  }

  private @Nullable Secrets secrets(Deadline deadline) {
    SecretFetch fetch;
    synchronized (this) {
      giveUpWhatIsStuck();
      Secrets usable = usable();
      if (usable != null && isYounger(known, ttl)) {
        return usable;
      }
      Duration pause = usable == null ? RETRY_PAUSE : GRACE_PAUSE;
      boolean isFirst = running == null && hasPassed(failedAt, pause);
      fetch = isFirst ? begin() : running;
      if (fetch == null || (usable != null && !isFirst)) {
        return usable; // Somebody else waits for newer ones.
      }
    }
    return after(fetch, deadline);
  }

  /** After a key that did not match: what is newer, or what there was. */
  private @Nullable Secrets newer(Deadline deadline) {
    SecretFetch fetch;
    synchronized (this) {
      giveUpWhatIsStuck();
      fetch = running == null && hasPassed(begunAt, EARLY_PAUSE) ? begin() : running;
      if (fetch == null) {
        return usable(); // Another thread may have fetched in between.
      }
    }
    return after(fetch, deadline);
  }

  private @Nullable Secrets after(SecretFetch fetch, Deadline deadline) {
    fetch.await(Deadline.in(patience(deadline)));
    synchronized (this) {
      settle(fetch);
      return usable();
    }
  }

  /** Half of what the request has at most: a handler that is let in needs time as well. */
  private synchronized Duration patience(Deadline deadline) {
    Duration most = usable() == null ? WAIT : WAIT_FOR_NEWER;
    Duration half = deadline.remaining().dividedBy(2);
    return most.compareTo(half) < 0 ? most : half;
  }

  private @Nullable SecretFetch begin() {
    long now = clock.millis();
    SecretFetch fetch = new SecretFetch(source, now, this::settle);
    begunAt = now;
    running = fetch;
    try {
      workers.execute(fetch);
      return fetch;
    } catch (RejectedExecutionException e) {
      running = null; // The service is stopping.
      return null;
    }
  }

  /** Takes over what a fetch brought, once; whoever comes first does it, waiting or fetching. */
  private synchronized void settle(SecretFetch fetch) {
    if (running != fetch || !fetch.isDone()) {
      return;
    }
    running = null;
    SecretFetch.Result result = fetch.result();
    if (result.secrets() != null) {
      known = new Known(Secrets.of(result.secrets()), fetch.begunAt());
      failedAt = null;
      return;
    }
    failedAt = clock.millis();
    boolean isUsable = usable() != null;
    reports.failed(isUsable && known != null ? clock.millis() - known.at() : null, result.reason());
  }

  private void giveUpWhatIsStuck() {
    SecretFetch fetch = running;
    if (fetch != null && hasPassed(fetch.begunAt(), STUCK)) {
      fetch.cancel(true); // It settles itself.
    }
  }

  private @Nullable Secrets usable() {
    return known != null && isYounger(known, ttl.plus(GRACE)) ? known.secrets() : null;
  }

  private boolean isYounger(@Nullable Known fetched, Duration age) {
    return fetched != null && !hasPassed(fetched.at(), age);
  }

  /**
   * Whether a moment is so long ago; true where there is none, and where the clock was set back.
   */
  private boolean hasPassed(@Nullable Long moment, Duration time) {
    if (moment == null) {
      return true;
    }
    long since = clock.millis() - moment;
    return since < 0 || since >= time.toMillis();
  }
}
