package io.flexservices.internal.routing;

import static java.util.Objects.requireNonNull;

import io.flexservices.background.BackgroundTask;
import io.flexservices.background.FlexBackground;
import io.flexservices.context.HandlerOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The background tasks of a service. Filled by one thread, then closed and read by many. */
public final class TaskRegistry implements FlexBackground {
  private final Registration<Registered<BackgroundTask>> tasks =
      new Registration<>("background task");

  @Override
  public FlexBackground register(String name, HandlerOptions options, BackgroundTask task) {
    requireNonNull(task, "task == null");
    tasks.add(name, new Registered<>(task, options));
    return this;
  }

  @Override
  public List<String> tasks() {
    return tasks.names();
  }

  /** The task of a name, or null where there is none. */
  public @Nullable Registered<BackgroundTask> task(String name) {
    return tasks.get(name);
  }

  /** Refuses registrations from now on. */
  public void close() {
    tasks.close();
  }
}
