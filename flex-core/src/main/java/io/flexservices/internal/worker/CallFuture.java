package io.flexservices.internal.worker;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What comes of a call, and whether somebody waited for it and so has seen how it ended. */
public final class CallFuture<T extends @Nullable Object> extends CompletableFuture<T> {
  private volatile boolean waitedFor;

  /** Says that somebody waits. */
  public void waitedFor() {
    waitedFor = true;
  }

  /** Whether somebody waits, or did. */
  public boolean isWaitedFor() {
    return waitedFor;
  }
}
