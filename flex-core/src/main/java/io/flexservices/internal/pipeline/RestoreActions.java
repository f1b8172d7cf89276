package io.flexservices.internal.pipeline;

import static java.util.Objects.requireNonNull;

import io.flexservices.log.JsonLogger;
import java.util.ArrayList;
import java.util.List;

/** What a service does after a restore from a snapshot. Filled by one thread, then closed. */
public final class RestoreActions {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean closed;

  void add(Runnable action) {
    requireNonNull(action, "action == null");
    if (closed) {
      throw new IllegalStateException(
          "An action after a restore is registered too late: register it in FlexService.register,"
              + " before it returns");
    }
    actions.add(action);
  }

  void close() {
    closed = true;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return actions.isEmpty();
  }

  /** Runs them all, in order; one that fails is logged and keeps none from running. */
  public void run(JsonLogger logger) {
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        logger.error("An action after a restore failed", e);
      }
    }
  }
}
