package io.flexservices.local.background;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import io.flexservices.modules.background.BackgroundException;
import io.flexservices.spi.BackgroundDispatcher;
import io.flexservices.spi.BackgroundEvent;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.PlatformHttp;
import io.flexservices.spi.TaskDelivery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Background work on one's own machine: kept in a journal before it is begun, done by four threads,
 * tried three times, and taken up again by the next server where this one ended before it. Safe to
 * use from several threads.
 */
public final class LocalBackground implements BackgroundDispatcher {
  /** What the platform grants a task here, where nothing else ends it; as long as on Lambda. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** The answer where as many handlers run as may. */
  private static final int BUSY = 503;

  private final Journal journal;
  private final List<Work> left;
  private final TaskRunner tasks;
  private final WorkThreads threads;
  private final Clock clock;
  private final Logger logger;

  /** Whether what ends from now on ended because the server did. */
  private volatile boolean isAbandoned;

  LocalBackground(
      Journal journal, TaskRunner tasks, WorkThreads threads, Clock clock, Logger logger) {
    this.journal = journal;
    this.left = journal.takeUp();
    this.tasks = tasks;
    this.threads = threads;
    this.clock = clock;
    this.logger = logger;
  }

  /**
   * Opens the journal that an earlier server left; where there is none, the first work makes it.
   *
   * @throws BackgroundException where another server uses the journal, or it cannot be read; the
   *     message says what to do
   */
  public static LocalBackground open(Path journal, TaskRunner tasks, Logger logger) {
    requireNonNull(tasks, "tasks == null");
    return new LocalBackground(
        new Journal(journal, logger), tasks, new WorkThreads(), Clock.systemUTC(), logger);
  }

  /** Begins the work that an earlier server left. */
  public void start() {
    for (Work work : left) {
      if (work.attempts() < Waits.ATTEMPTS) {
        runWhenDue(work);
      } else {
        giveUp(work, "was begun %d times and never ended".formatted(work.attempts()));
      }
    }
  }

  @Override
  public void dispatch(BackgroundEvent event, PlatformHttp http, Deadline deadline) {
    Work work =
        new Work(
            UUID.randomUUID().toString(),
            event.name(),
            clock.instant().plus(event.delay()),
            new String(event.event(), UTF_8),
            0);
    journal.keep(work);
    runWhenDue(work);
  }

  /**
   * Finishes what is running and due, within a time, and stops. What is not done then, or is not
   * due, is in the journal.
   */
  public void stop(Deadline grace) {
    try {
      if (!threads.drain(grace)) {
        isAbandoned = true;
        logger.warn("Background work was not done when the server stopped; the next one begins it");
      }
    } catch (InterruptedException e) {
      isAbandoned = true;
      Thread.currentThread().interrupt();
    } finally {
      threads.interrupt();
      journal.close();
    }
  }

  private void runWhenDue(Work work) {
    threads.run(() -> run(work), Duration.between(clock.instant(), work.due()));
  }

  private void run(Work before) {
    if (isAbandoned) {
      return;
    }
    Work work = before.begunAgain();
    journal.begun(work);
    FlexResponse answer =
        tasks.run(
            JsonObject.parse(work.event()),
            new TaskDelivery(work.id(), work.attempts(), Deadline.in(LONGEST)));
    if (answer.status() == 200) {
      journal.done(work);
    } else if (answer.status() == BUSY && !isAbandoned) {
      journal.begun(before); // It was not: this is no attempt, in the journal neither.
      threads.run(() -> run(before), Waits.after(1));
    } else if (!isAbandoned) {
      failed(work, answer.status());
    }
  }

  private void failed(Work work, int status) {
    if (isRefused(status)) {
      giveUp(work, "is refused with " + status);
    } else if (work.attempts() < Waits.ATTEMPTS) {
      threads.run(() -> run(work), Waits.after(work.attempts()));
    } else {
      giveUp(work, "failed %d times".formatted(work.attempts()));
    }
  }

  /** What is not accepted, because it has expired say, is not accepted the next time either. */
  private static boolean isRefused(int status) {
    return status >= 400 && status < 500 || status == 501;
  }

  private void giveUp(Work work, String why) {
    journal.givenUp(work);
    logger.error("The background work %s %s, and is given up".formatted(work, why));
  }
}
