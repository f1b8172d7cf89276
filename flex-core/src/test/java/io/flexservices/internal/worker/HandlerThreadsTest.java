package io.flexservices.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The threads of handlers, whether they wait for the next one asleep or, in a test, only awake. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HandlerThreadsTest {
  /** With a clock that stands still a thread never falls asleep. */
  static Stream<Wakefulness> wakefulnesses() {
    return Stream.of(
        Wakefulness.never(), Wakefulness.on(2), new Wakefulness(Duration.ofNanos(1), () -> 0));
  }

  @ParameterizedTest
  @MethodSource("wakefulnesses")
  void theOneThreadServesTheNextHandlerToo(Wakefulness wakefulness) {
    try (HandlerThreads threads = new HandlerThreads(1, wakefulness)) {
      Thread first = theThread(threads);

      for (int i = 0; i < 100; i++) {
        assertThat(theThread(threads)).isSameAs(first);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wakefulnesses")
  void closeEndsAThreadThatWaits(Wakefulness wakefulness) throws InterruptedException {
    HandlerThreads threads = new HandlerThreads(1, wakefulness);
    Thread thread = theThread(threads);

    threads.close();

    thread.join();
    assertThat(threads.isClosed()).isTrue();
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> threads.start(() -> {}));
  }

  @ParameterizedTest
  @MethodSource("wakefulnesses")
  void closeInterruptsAHandlerAndEndsItsThread(Wakefulness wakefulness)
      throws InterruptedException {
    HandlerThreads threads = new HandlerThreads(1, wakefulness);
    CompletableFuture<Thread> running = new CompletableFuture<>();
    HandlerRun unused =
        threads.start(
            () -> {
              running.complete(Thread.currentThread());
              untilInterrupted();
            });
    Thread thread = running.join();

    threads.close();

    thread.join();
  }

  @ParameterizedTest
  @MethodSource("wakefulnesses")
  void anInterruptBetweenTwoHandlersIsNotTheNextOnes(Wakefulness wakefulness) {
    try (HandlerThreads threads = new HandlerThreads(1, wakefulness)) {
      for (int i = 0; i < 100; i++) {
        theThread(threads).interrupt();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        startOnceFree(threads, () -> interrupted.complete(Thread.currentThread().isInterrupted()));

        assertThat(interrupted.join()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wakefulnesses")
  void aThreadThatWaitsHoldsNothingOfWhatItRan(Wakefulness wakefulness) {
    try (HandlerThreads threads = new HandlerThreads(1, wakefulness)) {
      WeakReference<Object> first = runWithAnObject(threads);
      WeakReference<Object> second = runWithAnObject(threads);

      // The test's own time-out ends a vain wait.
      while (first.get() != null || second.get() != null) {
        System.gc();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wakefulnesses")
  void refusesOneHandlerMoreThanItsLimit(Wakefulness wakefulness) {
    try (HandlerThreads threads = new HandlerThreads(2, wakefulness)) {
      CountDownLatch end = new CountDownLatch(1);
      for (int i = 0; i < 2; i++) {
        HandlerRun unused = threads.start(() -> until(end));
      }

      assertThatExceptionOfType(RejectedExecutionException.class)
          .isThrownBy(() -> threads.start(() -> {}))
          .withMessage("2 handlers are running");
      end.countDown();
      startOnceFree(threads, () -> {});
    }
  }

  @ParameterizedTest
  @MethodSource("wakefulnesses")
  void aThreadThatDiesGivesItsPlaceBack(Wakefulness wakefulness) {
    try (HandlerThreads threads = new HandlerThreads(1, wakefulness)) {
      Thread dead = theThread(threads);
      dead.setUncaughtExceptionHandler((thread, thrown) -> {});
      startOnceFree(
          threads,
          () -> {
            throw new IllegalStateException("it dies of this");
          });

      assertThat(theThread(threads)).isNotSameAs(dead);
    }
  }

  private static WeakReference<Object> runWithAnObject(HandlerThreads threads) {
    Object held = new byte[1_000];
    CompletableFuture<Integer> seen = new CompletableFuture<>();
    startOnceFree(threads, () -> seen.complete(held.hashCode()));
    seen.join();
    return new WeakReference<>(held);
  }

  private static Thread theThread(HandlerThreads threads) {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    startOnceFree(threads, () -> thread.complete(Thread.currentThread()));
    return thread.join();
  }

  /** Who gave its answer may still be on its way back; the test's own time-out ends a vain wait. */
  private static void startOnceFree(HandlerThreads threads, Runnable work) {
    for (boolean started = false; !started; ) {
      try {
        HandlerRun unused = threads.start(work);
        started = true;
      } catch (RejectedExecutionException e) {
        Thread.onSpinWait();
      }
    }
  }

  private static void untilInterrupted() {
    until(new CountDownLatch(1));
  }

  private static void until(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      // That ends it too.
    }
  }
}
