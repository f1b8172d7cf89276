package io.flexservices.internal.background;

import io.flexservices.internal.kinvey.BackendClient;
import io.flexservices.internal.kinvey.PlatformCalls;
import io.flexservices.internal.secret.Guard;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.background.BackgroundException;
import io.flexservices.modules.background.BackgroundOptions;
import io.flexservices.spi.BackgroundDispatcher;
import io.flexservices.spi.BackgroundEvent;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.PlatformHttp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way of background work from a handler to the platform. */
public final class BackgroundWork {
  /** How long an event is good for, after its delay. */
  private static final Duration GOOD_FOR = Duration.ofHours(6);

  private final List<String> tasks;
  private final Guard guard;
  private final @Nullable BackgroundDispatcher dispatcher;
  private final PlatformHttp http;
  private final Clock clock;

  /**
   * The way of a service.
   *
   * @param tasks the names that are registered
   * @param guard signs the events
   * @param dispatcher the platform's part; null where it has none
   * @param backend has the client for calls of the platform's own services
   */
  public BackgroundWork(
      List<String> tasks,
      Guard guard,
      @Nullable BackgroundDispatcher dispatcher,
      BackendClient backend,
      Clock clock) {
    this.tasks = List.copyOf(tasks);
    this.guard = guard;
    this.dispatcher = dispatcher;
    this.http = new PlatformCalls(backend);
    this.clock = clock;
  }

  /**
   * Hands work over.
   *
   * @param headers Kinvey's headers of the request that orders it
   * @return the key of the work
   * @throws BackgroundException where it cannot be
   */
  public String run(
      String name,
      @Nullable Object payload,
      BackgroundOptions options,
      JsonObject headers,
      Deadline deadline) {
    if (!tasks.contains(name)) {
      throw new BackgroundException(
          "There is no background task \"" + name + "\"; registered are " + tasks);
    }
    if (dispatcher == null) {
      throw new BackgroundException("There is no background work on this platform");
    }
    String key = options.key() != null ? options.key() : UUID.randomUUID().toString();
    TaskOrder order =
        new TaskOrder(
            name, key, payload, headers, clock.instant().plus(options.delay()).plus(GOOD_FOR));
    byte[] event = new TaskEvents(guard, clock).write(order, deadline);
    if (event == null) {
      throw new BackgroundException(
          "Background work needs a shared secret, by which its events are signed; there is none, or"
              + " it cannot be read");
    }
    dispatcher.dispatch(new BackgroundEvent(name, key, options.delay(), event), http, deadline);
    return key;
  }
}
