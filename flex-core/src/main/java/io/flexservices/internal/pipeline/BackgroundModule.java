package io.flexservices.internal.pipeline;

import static java.util.Objects.requireNonNull;

import io.flexservices.internal.background.BackgroundWork;
import io.flexservices.internal.worker.PendingWork;
import io.flexservices.modules.background.Background;
import io.flexservices.modules.background.BackgroundOptions;
import io.flexservices.spi.Deadline;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Starts background work on behalf of one request. */
final class BackgroundModule implements Background {
  private final BackgroundWork work;
  private final KinveyHead head;
  private final Deadline deadline;
  private final PendingWork pending;

  BackgroundModule(BackgroundWork work, KinveyHead head, Deadline deadline, PendingWork pending) {
    this.work = work;
    this.head = head;
    this.deadline = deadline;
    this.pending = pending;
  }

  @Override
  public String run(String name, @Nullable Object payload, BackgroundOptions options) {
    requireNonNull(name, "name == null");
    requireNonNull(options, "options == null");
    return work.run(name, payload, options, head.identity(), deadline);
  }

  @Override
  public <T extends @Nullable Object> CompletionStage<T> waitUntil(
      String name, CompletionStage<T> stage) {
    requireNonNull(name, "name == null");
    pending.add(name, stage.toCompletableFuture());
    return stage;
  }
}
