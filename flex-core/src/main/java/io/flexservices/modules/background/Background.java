package io.flexservices.modules.background;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Starts work that goes on when the request is answered. May be used from any thread for as long as
 * the request is served.
 *
 * <pre>{@code
 * modules.background().run("report", Map.of("month", "2026-11"));
 * return complete.accepted().done();
 * }</pre>
 */
public interface Background {
  /** Hands work over with the default options; see below. */
  default String run(String name, @Nullable Object payload) {
    return run(name, payload, BackgroundOptions.defaults());
  }

  /**
   * Hands work to the platform. When this returns the work is kept, and is begun at least once.
   *
   * @param name the name that the task is registered by
   * @param payload anything that has a JSON form
   * @return the key of the work
   * @throws BackgroundException where the platform does not take it; then nothing was started
   * @throws io.flexservices.json.JsonException where the payload has no JSON form
   */
  String run(String name, @Nullable Object payload, BackgroundOptions options);

  /**
   * Lets the answer to the request wait for work that is under way in this process, since a
   * function may freeze as soon as it has answered. The answer waits for as long as the request has
   * time; what is not done then is logged. Calls of modules that were started and not waited for
   * need no such mark.
   *
   * @param name what the log calls the work
   * @return the work
   */
  <T extends @Nullable Object> CompletionStage<T> waitUntil(String name, CompletionStage<T> work);
}
