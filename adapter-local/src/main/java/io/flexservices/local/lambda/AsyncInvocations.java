package io.flexservices.local.lambda;

import io.flexservices.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's queue of asynchronous invocations: each is tried again after an error, and given up by
 * the {@link AsyncRules}. It lives in memory; what it still has when it closes is named in the log.
 * Safe for several threads.
 */
final class AsyncInvocations implements AutoCloseable {
  private final Function<Event, Result> function;
  private final AsyncRules rules;
  private final Clock clock;
  private final Consumer<String> log;
  private final Set<Event> waiting = ConcurrentHashMap.newKeySet();
  private final List<DeadLetter> deadLetters = new CopyOnWriteArrayList<>();
  private final ExecutorService tries = Executors.newCachedThreadPool(AsyncInvocations::daemon);
  private final ScheduledExecutorService waits =
      Executors.newSingleThreadScheduledExecutor(AsyncInvocations::daemon);

  /**
   * An empty queue.
   *
   * @param function runs an event, and blocks until there is a result
   */
  AsyncInvocations(
      Function<Event, Result> function, AsyncRules rules, Clock clock, Consumer<String> log) {
    this.function = function;
    this.rules = rules;
    this.clock = clock;
    this.log = log;
  }

  /** An event in the queue; not two of them are the same. */
  static final class Event {
    private final String id;
    private final byte[] payload;
    private final Instant queued;
    private int tries;
    private byte[] error = Json.bytes(Map.of());

    Event(String id, byte[] payload, Instant queued) {
      this.id = id;
      this.payload = payload;
      this.queued = queued;
    }

    /** The request id, which is the same for every try. */
    String id() {
      return id;
    }

    byte[] payload() {
      return payload;
    }
  }

  /** Takes an event. */
  void add(String id, byte[] payload) {
    Event event = new Event(id, payload, clock.instant());
    waiting.add(event);
    tries.execute(() -> attempt(event));
  }

  /** What was given up. */
  List<DeadLetter> deadLetters() {
    return List.copyOf(deadLetters);
  }

  @Override
  public void close() {
    waits.shutdownNow();
    tries.shutdownNow();
    waiting.forEach(event -> log.accept(event.id + " is lost: the queue ends with this process"));
  }

  private void attempt(Event event) {
    if (Duration.between(event.queued, clock.instant()).compareTo(rules.oldest()) > 0) {
      giveUp(event, "EventAgeExceeded");
      return;
    }
    event.tries++;
    Result result = function.apply(event);
    if (result instanceof Result.Answer) {
      waiting.remove(event);
      return;
    }
    Result.Failure failure = (Result.Failure) result;
    if (failure.kind() == Result.Kind.STOPPED) {
      return;
    }
    event.error = failure.error();
    Duration wait = waitAfter(event.tries);
    if (wait == null) {
      giveUp(event, "RetriesExhausted");
    } else {
      again(event, wait);
    }
  }

  private @Nullable Duration waitAfter(int done) {
    return done > rules.waits().size() ? null : rules.waits().get(done - 1);
  }

  private void again(Event event, Duration wait) {
    log.accept("%s failed, and is tried again in %d ms".formatted(event.id, wait.toMillis()));
    try {
      waits.schedule(
          () -> tries.execute(() -> attempt(event)), wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // It is closing, and names what is lost.
    }
  }

  private void giveUp(Event event, String condition) {
    DeadLetter letter =
        new DeadLetter(event.id, condition, event.tries, event.payload, event.error);
    deadLetters.add(letter);
    waiting.remove(event);
    log.accept(letter + " goes to the dead letters");
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lambda-async");
    thread.setDaemon(true);
    return thread;
  }
}
