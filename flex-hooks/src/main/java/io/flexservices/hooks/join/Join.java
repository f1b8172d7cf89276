package io.flexservices.hooks.join;

import org.jspecify.annotations.Nullable;

/**
 * A part of a run that is over when its own parts are. Ends are passed upwards in a loop, so that
 * the depth of a schema does not become that of the stack. Used within the run's turn only.
 */
abstract class Join {
  private final @Nullable Join whole;

  /** What is still open: the parts, and the beginning itself. */
  private int open = 1;

  Join(@Nullable Join whole) {
    this.whole = whole;
  }

  /** One more part has begun. */
  final void opened() {
    open++;
  }

  /** One part is over, or the beginning is. */
  final void closed() {
    Join join = this;
    while (join != null && --join.open == 0) {
      join.finish();
      join = join.whole;
    }
  }

  /** All parts are over. */
  abstract void finish();
}
