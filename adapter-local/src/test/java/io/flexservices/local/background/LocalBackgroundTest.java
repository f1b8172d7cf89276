package io.flexservices.local.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.json.JsonObject;
import io.flexservices.log.JsonLogger;
import io.flexservices.log.Logger;
import io.flexservices.modules.background.BackgroundException;
import io.flexservices.spi.BackgroundEvent;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.TaskDelivery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Background work here: when it runs, how often, and what a stop leaves of it. */
@Timeout(60)
class LocalBackgroundTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Deadline LONG = Deadline.in(Duration.ofMinutes(1));

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Logger logger = new JsonLogger(log::add, Clock.systemUTC());
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<TaskDelivery> brought = new LinkedBlockingQueue<>();

  @TempDir Path directory;

  @Test
  void bringsWorkOnceWithFifteenMinutes() throws InterruptedException {
    LocalBackground background = open(NOW, new WorkThreads());
    order(background, Duration.ZERO);
    TaskDelivery delivery = brought.take();
    background.stop(LONG);

    assertThat(delivery.attempt()).isEqualTo(1);
    assertThat(delivery.deadline().budget()).isEqualTo(Duration.ofMinutes(15));
    assertThat(left()).isEmpty();
    assertThat(brought).isEmpty();
  }

  @Test
  void triesThreeTimesWithGrowingWaitsAndThenSaysThatItGaveUp() {
    answers.addAll(List.of(550, 550, 550));
    Waiting threads = new Waiting();
    LocalBackground background = open(NOW, threads);
    order(background, Duration.ZERO);
    background.stop(LONG);

    assertThat(threads.waited)
        .containsExactly(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(60));
    assertThat(brought).extracting(TaskDelivery::attempt).containsExactly(1, 2, 3);
    assertThat(brought).extracting(TaskDelivery::id).containsOnly(brought.peek().id());
    assertThat(log).singleElement().asString().contains("failed 3 times, and is given up");
    assertThat(log.toString()).contains("\"level\":\"error\"").doesNotContain("s3cr3t");
    assertThat(left()).isEmpty();
  }

  @Test
  void countsNoAttemptWhereTheServiceIsBusy() {
    answers.addAll(List.of(503, 503, 503, 503, 550));
    Waiting threads = new Waiting();
    LocalBackground background = open(NOW, threads);
    order(background, Duration.ZERO);
    background.stop(LONG);

    assertThat(brought).extracting(TaskDelivery::attempt).containsExactly(1, 1, 1, 1, 1, 2);
    assertThat(log).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void givesUpAtOnceWhatIsRefused() {
    answers.add(403);
    LocalBackground background = open(NOW, new Waiting());
    order(background, Duration.ZERO);
    background.stop(LONG);

    assertThat(brought).hasSize(1);
    assertThat(log).singleElement().asString().contains("is refused with 403, and is given up");
    assertThat(left()).isEmpty();
  }

  @Test
  void waitsForADelayOverARestart() {
    LocalBackground first = open(NOW, new WorkThreads());
    order(first, Duration.ofHours(1));
    first.stop(LONG);
    assertThat(brought).isEmpty();

    Waiting threads = new Waiting();
    LocalBackground second = open(NOW.plus(Duration.ofMinutes(59)), threads);
    second.start();
    second.stop(LONG);
    assertThat(threads.waited).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void beginsWhatIsDueWhenItStarts() throws InterruptedException {
    LocalBackground first = open(NOW, new WorkThreads());
    order(first, Duration.ofHours(1));
    first.stop(LONG);

    LocalBackground second = open(NOW.plus(Duration.ofHours(1)), new WorkThreads());
    assertThat(brought).as("before it listens").isEmpty();
    second.start();
    assertThat(brought.take().attempt()).isEqualTo(1);
    second.stop(LONG);
    assertThat(left()).isEmpty();
  }

  @Test
  void finishesWhatIsDueAtAStopAlsoWhatWaitsForAThread() {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    LocalBackground background =
        new LocalBackground(
            journal(),
            (event, delivery) -> {
              await(release);
              done.incrementAndGet();
              return answer(200);
            },
            new WorkThreads(),
            Clock.systemUTC(),
            logger);
    for (int i = 0; i < 10; i++) {
      order(background, Duration.ZERO);
    }
    Thread stopping = new Thread(() -> background.stop(LONG));
    stopping.start();
    release.countDown();
    join(stopping);

    assertThat(done).hasValue(10);
    assertThat(left()).isEmpty();
  }

  @Test
  void leavesToTheNextServerWhatDoesNotEndInTime() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    LocalBackground background =
        new LocalBackground(
            journal(),
            (event, delivery) -> {
              begun.countDown();
              if (await(new CountDownLatch(1))) {
                interrupted.countDown();
              }
              return answer(503);
            },
            new WorkThreads(),
            Clock.systemUTC(),
            logger);
    order(background, Duration.ZERO);
    begun.await();
    background.stop(Deadline.in(Duration.ofMillis(1)));
    interrupted.await();

    assertThat(log).singleElement().asString().contains("the next one begins it");
    LocalBackground next = open(NOW.plus(Duration.ofDays(999)), new WorkThreads());
    next.start();
    assertThat(brought.take().attempt()).isEqualTo(2);
    next.stop(LONG);
  }

  @Test
  void doesNotBeginAFourthTimeWhatTookTheProcessDownThreeTimes() {
    try (Journal journal = journal()) {
      Work work = new Work("1", "report", NOW, "{}", 0);
      journal.keep(work);
      for (int attempt = 1; attempt <= 3; attempt++) {
        journal.begun(work.begun(attempt));
      }
    }
    LocalBackground background = open(NOW, new WorkThreads());
    background.start();
    background.stop(LONG);

    assertThat(brought).isEmpty();
    assertThat(log)
        .singleElement()
        .asString()
        .contains("report (1) was begun 3 times and never ended, and is given up");
    assertThat(left()).isEmpty();
  }

  @Test
  void takesNothingWhenItIsStopped() {
    LocalBackground background = open(NOW, new WorkThreads());
    background.stop(LONG);
    assertThatThrownBy(() -> order(background, Duration.ZERO))
        .isInstanceOf(BackgroundException.class)
        .hasMessageContaining("The server is stopping");
  }

  /** Begins at once what should wait, on the caller's thread, and keeps how long. */
  private static final class Waiting extends WorkThreads {
    private final List<Duration> waited = new CopyOnWriteArrayList<>();

    @Override
    void run(Runnable work, Duration delay) {
      waited.add(delay);
      work.run();
    }
  }

  private LocalBackground open(Instant now, WorkThreads threads) {
    return new LocalBackground(
        journal(),
        (event, delivery) -> {
          assertThat(event).isEqualTo(JsonObject.parse("{\"secret\":\"s3cr3t\"}"));
          brought.add(delivery);
          Integer status = answers.poll();
          return answer(status == null ? 200 : status);
        },
        threads,
        Clock.fixed(now, ZoneOffset.UTC),
        logger);
  }

  private Journal journal() {
    return new Journal(directory.resolve("work.jsonl"), logger);
  }

  private List<Work> left() {
    try (Journal journal = new Journal(directory.resolve("work.jsonl"), logger)) {
      return journal.takeUp();
    }
  }

  private static void order(LocalBackground background, Duration delay) {
    byte[] event = "{\"secret\":\"s3cr3t\"}".getBytes(StandardCharsets.UTF_8);
    background.dispatch(
        new BackgroundEvent("report", "k", delay, event),
        (method, uri, headers, body, deadline) -> {
          throw new AssertionError("there is no service to call");
        },
        LONG);
  }

  private static FlexResponse answer(int status) {
    return new FlexResponse(status, FlexHeaders.empty(), new byte[0]);
  }

  /** Whether it was interrupted. */
  private static boolean await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
