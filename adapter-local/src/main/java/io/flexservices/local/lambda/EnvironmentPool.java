package io.flexservices.local.lambda;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The environments of a function: as many events run at once as the slots take together; further
 * ones wait in the order of their arrival. A slot starts its environment with its first event, and
 * warm ones are used first. Safe for several threads.
 */
final class EnvironmentPool implements AutoCloseable {
  private final List<EnvironmentSlot> slots = new ArrayList<>();
  private final Deque<EnvironmentSlot> free = new ConcurrentLinkedDeque<>();
  private final Semaphore permits;
  private final Consumer<String> log;

  EnvironmentPool(
      int size, int eventsAtOnce, EnvironmentSlot.Launcher launcher, Consumer<String> log) {
    for (int i = 0; i < size; i++) {
      EnvironmentSlot slot = new EnvironmentSlot(launcher);
      slots.add(slot);
      free.addAll(Collections.nCopies(eventsAtOnce, slot));
    }
    permits = new Semaphore(size * eventsAtOnce, true);
    this.log = log;
  }

  /** Starts the first environment; says when it is ready, or that it ended before. */
  CompletableFuture<Boolean> warmUp() throws IOException {
    return slots.get(0).warmUp();
  }

  /** Runs an event, when its turn comes. */
  Result invoke(String id, byte[] event) {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return EnvironmentSlot.stopped();
    }
    EnvironmentSlot slot = free.pop();
    try {
      return slot.invoke(id, event);
    } catch (IOException e) {
      log.accept("No process can be started for the function: " + e.getMessage());
      return Result.Failure.of(
          Result.Kind.INIT, "Runtime.StartError", "No process can be started for the function");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return EnvironmentSlot.stopped();
    } finally {
      free.push(slot);
      permits.release();
    }
  }

  /** Ends all environments at once, and the events that they have. */
  @Override
  public void close() {
    slots.forEach(EnvironmentSlot::close);
  }
}
