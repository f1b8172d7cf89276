package io.flexservices.background;

import io.flexservices.context.HandlerOptions;
import java.util.List;

/** The background tasks of a service, each with a name by which it is started. */
public interface FlexBackground {
  /**
   * Registers a task.
   *
   * @throws IllegalArgumentException where the name is empty
   * @throws IllegalStateException where the name is taken, or the service is built
   */
  FlexBackground register(String name, HandlerOptions options, BackgroundTask task);

  /** Registers it with the default options; errors as above. */
  default FlexBackground register(String name, BackgroundTask task) {
    return register(name, HandlerOptions.defaults(), task);
  }

  /** The names of all tasks, in the order of their registration. */
  List<String> tasks();
}
