package io.flexservices.hooks.internal;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Throwables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where all the work that the hooks of one call start runs: one piece after the other, whichever
 * thread completes what. So records, which are plain maps, are never touched by two resolvers at
 * the same time, and what a piece starts waits in a queue in place of deepening the stack. A turn
 * has no thread: who brings a piece to an idle turn runs it and all that follows from it.
 *
 * <p>When nothing else can run, what waits for that moment runs: loaders send the keys that they
 * gathered.
 *
 * <p>May be used from any thread; {@link #whenIdle}, {@link #state} and {@link #await} by the
 * turn's own pieces only.
 */
public final class Turn {
  /** More waits inside each other are a mistake, and would overflow the stack in the end. */
  private static final int DEEPEST_WAIT = 64;

  private static final ThreadLocal<@Nullable Turn> CURRENT = new ThreadLocal<>();

  private final Object owner;
  private final Supplier<Duration> timeLeft;
  private final CallQueue calls;
  private final Pieces pieces = new Pieces();

  // Touched by pieces only, which see what the former ones did.
  private final Map<Object, Object> states = new IdentityHashMap<>();
  private List<Runnable> ends = List.of(); // of the work that was begun from outside
  private @Nullable Turn outer; // what the thread was in before
  private int waits;

  /**
   * A turn without work.
   *
   * @param owner the call whose work it is
   * @param timeLeft how long its pieces may still wait; zero when that is over
   */
  public Turn(Object owner, Supplier<Duration> timeLeft) {
    this(owner, new CallQueue(CallQueue.DEFAULT_LIMIT), timeLeft);
  }

  /**
   * A turn without work.
   *
   * @param owner the call whose work it is
   * @param calls the calls of the backend that this work and other turns of the request make
   * @param timeLeft how long its pieces may still wait; zero when that is over
   */
  public Turn(Object owner, CallQueue calls, Supplier<Duration> timeLeft) {
    this.owner = requireNonNull(owner, "owner == null");
    this.calls = requireNonNull(calls, "calls == null");
    this.timeLeft = requireNonNull(timeLeft, "timeLeft == null");
  }

  /** The turn that this thread runs a piece of; null outside of any. */
  public static @Nullable Turn current() {
    return CURRENT.get();
  }

  /** The call whose work it is. */
  public Object owner() {
    return owner;
  }

  /** The calls of the backend, of which each holds a thread while it is under way. */
  public CallQueue calls() {
    return calls;
  }

  /**
   * Begins work in the turn: at once where this thread runs a piece of it or the turn is idle.
   *
   * @return ends as the work does. Begun from outside it ends when the turn is idle again, so that
   *     what depends on it is no part of the turn
   */
  public <T extends @Nullable Object> CompletableFuture<T> run(
      Callable<? extends CompletionStage<T>> work) {
    requireNonNull(work, "work == null");
    if (isCurrent()) {
      return begun(work).toCompletableFuture();
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    execute(() -> begun(work).whenComplete((value, failure) -> leave(result, value, failure)));
    return result;
  }

  /** Runs a piece: after those that are ready already, and at once where the turn is idle. */
  public void execute(Runnable piece) {
    if (pieces.add(requireNonNull(piece, "piece == null"))) {
      drain();
    }
  }

  /** Runs a piece once, as soon as no other one is ready. */
  public void whenIdle(Runnable piece) {
    pieces.addIdle(requireNonNull(piece, "piece == null"));
  }

  /** What somebody, a loader say, keeps for as long as the turn lasts. */
  @SuppressWarnings("unchecked") // who asks with a key is who made the state
  public <S> S state(Object key, Supplier<S> fresh) {
    return (S) states.computeIfAbsent(key, absent -> fresh.get());
  }

  /** The same stage, but what depends on it runs in the turn, and may wait for it there. */
  public <T extends @Nullable Object> CompletableFuture<T> adopt(CompletionStage<T> stage) {
    CompletableFuture<T> known = stage.toCompletableFuture();
    if (known.isDone() && isCurrent()) {
      return known;
    }
    TurnFuture<T> adopted = TurnFuture.of(this);
    stage.whenComplete((value, failure) -> execute(() -> end(adopted, value, failure)));
    return adopted;
  }

  /**
   * Waits inside a piece of this turn. The turn's other pieces run meanwhile, on this thread: one
   * of them may be what completes the stage. When none is ready, work that was begun from outside
   * and is done ends, in place of when the turn is idle: the stage may depend on that.
   *
   * @throws IllegalStateException where too many waits are inside each other, and where the time
   *     that is left is over
   */
  public void await(CompletionStage<?> stage) throws InterruptedException {
    CompletableFuture<?> awaited = stage.toCompletableFuture();
    if (awaited.isDone()) {
      return;
    }
    checkDepth();
    awaited.whenComplete((value, failure) -> execute(() -> {})); // so that this thread looks again
    waits++;
    try {
      while (!awaited.isDone()) {
        nextWhileWaiting();
      }
    } finally {
      waits--;
    }
  }

  private void nextWhileWaiting() throws InterruptedException {
    boolean mustWait = ends.isEmpty();
    Runnable piece = mustWait ? pieces.await(timeLeft) : pieces.ready();
    if (piece != null) {
      piece.run();
    } else if (mustWait) {
      throw new IllegalStateException(
          "A hook or resolver waited for a stage until the time of its request was over");
    } else {
      endMeanwhile();
    }
  }

  /** Ends outside of the turn, as after the last piece. */
  private void endMeanwhile() {
    List<Runnable> ended = List.copyOf(ends);
    ends.clear();
    enter(outer);
    try {
      ended.forEach(Runnable::run);
    } finally {
      enter(this);
    }
  }

  /** Whether this thread runs a piece of this turn. */
  public boolean isCurrent() {
    return equals(CURRENT.get());
  }

  private void checkDepth() {
    if (waits == DEEPEST_WAIT) {
      throw new IllegalStateException(
          "More than "
              + DEEPEST_WAIT
              + " hooks or resolvers of one call wait inside each other. Return the stage in place"
              + " of waiting for it.");
    }
  }

  private static <T extends @Nullable Object> CompletionStage<T> begun(
      Callable<? extends CompletionStage<T>> work) {
    try {
      return work.call();
    } catch (Exception | StackOverflowError e) {
      return CompletableFuture.failedStage(e);
    }
  }

  /** Called by whatever thread completes the work. */
  private <T extends @Nullable Object> void leave(
      CompletableFuture<T> result, T value, @Nullable Throwable failure) {
    Runnable end = () -> end(result, value, failure);
    if (isCurrent()) {
      ends.add(end);
    } else {
      execute(() -> ends.add(end));
    }
  }

  private static <T extends @Nullable Object> void end(
      CompletableFuture<T> future, T value, @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(value);
    } else {
      future.completeExceptionally(Throwables.unwrapped(failure));
    }
  }

  /** Runs pieces until there are none; this thread alone does so until then. */
  private void drain() {
    Turn left = CURRENT.get();
    List<Runnable> ended = new ArrayList<>();
    outer = left;
    ends = ended; // the next runner's are another list: this one stays this thread's
    enter(this);
    try {
      runAll();
    } finally {
      enter(left);
      ended.forEach(Runnable::run);
    }
  }

  private void runAll() {
    Throwable broken = null;
    for (Runnable piece = pieces.next(); piece != null; piece = pieces.next()) {
      try {
        piece.run();
      } catch (RuntimeException | Error e) {
        broken = broken == null ? e : broken; // the pieces after it must not be stranded
      }
    }
    if (broken instanceof Error error) {
      throw error;
    }
    if (broken instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private static void enter(@Nullable Turn turn) {
    if (turn == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(turn);
    }
  }
}
