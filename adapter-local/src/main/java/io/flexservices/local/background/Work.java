package io.flexservices.local.background;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A piece of work in the journal.
 *
 * @param id different from every other piece's; its key may not be
 * @param name the task
 * @param due when it is to begin, at the earliest
 * @param event the signed event, a JSON text; it holds the app's credentials
 * @param attempts how often it was begun
 */
record Work(String id, String name, Instant due, String event, int attempts) {
  Work {
    requireNonNull(id, "id == null");
    requireNonNull(name, "name == null");
    requireNonNull(due, "due == null");
    requireNonNull(event, "event == null");
  }

  /** The work, begun once more. */
  Work begunAgain() {
    return begun(attempts + 1);
  }

  /** The work, begun so often. */
  Work begun(int times) {
    return new Work(id, name, due, event, times);
  }

  /** Without what it holds. */
  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
