package io.flexservices.spi;

import io.flexservices.modules.background.BackgroundException;

/**
 * How a platform takes work that outlives the answer. It brings each event back, once at least, by
 * {@link io.flexservices.runtime.FlexRuntime#runTask}. Safe to use from several threads.
 */
public interface BackgroundDispatcher {
  /**
   * Hands work to the platform; when this returns the platform keeps it.
   *
   * @param http for calls of the platform's own services
   * @param deadline when the request that starts the work is due
   * @throws BackgroundException where the platform did not take it, or is not configured for it
   */
  void dispatch(BackgroundEvent event, PlatformHttp http, Deadline deadline);
}
