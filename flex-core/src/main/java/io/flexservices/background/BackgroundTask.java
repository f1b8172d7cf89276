package io.flexservices.background;

import io.flexservices.modules.Modules;

/**
 * Work that a handler, or a schedule, starts by its name.
 *
 * <p>It is called on a thread of its own for as long as it runs, and may block. Returning is
 * success; what it throws is logged, and the platform tries it again by its own rules. Delivery is
 * at least once: guard an effect that must happen once by {@link BackgroundContext#key()}.
 */
@FunctionalInterface
public interface BackgroundTask {
  /**
   * Does the work.
   *
   * @param context the payload, and what is known of this attempt
   * @param modules Kinvey's services, on behalf of the request that started the work
   * @throws Exception anything; the work is tried again
   */
  void run(BackgroundContext context, Modules modules) throws Exception;
}
