package io.flexservices.internal.pipeline;

import static java.util.Objects.requireNonNull;

import io.flexservices.log.JsonLogger;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service does before a snapshot of its process, or after a restore from one. Filled by one
 * thread, then closed.
 */
public final class SnapshotActions {
  private final String when;
  private final List<Runnable> actions = new ArrayList<>();
  private boolean closed;

  /**
   * No action yet.
   *
   * @param when the words for the moment: "before a snapshot"
   */
  SnapshotActions(String when) {
    this.when = when;
  }

  void add(Runnable action) {
    requireNonNull(action, "action == null");
    if (closed) {
      throw new IllegalStateException(
          "An action "
              + when
              + " is registered too late: register it in FlexService.register, before it returns");
    }
    actions.add(action);
  }

  void close() {
    closed = true;
  }

  /** Runs them all, in order; one that fails is logged and keeps none from running. */
  public void run(JsonLogger logger) {
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        logger.error("An action " + when + " failed", e);
      }
    }
  }
}
