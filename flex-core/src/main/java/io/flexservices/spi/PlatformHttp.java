package io.flexservices.spi;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls of a platform's own services, by the HTTP client that the service has for Kinvey's backend
 * and with its manners: no redirect, no POST sent twice, aborted when the time is spent.
 */
public interface PlatformHttp {
  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param value the JSON value in the body; null for none
   */
  record Answer(int status, @Nullable Object value) {}

  /**
   * Makes a call and waits for its answer.
   *
   * @param body null for none
   * @throws io.flexservices.error.KinveyException where there was no answer in time, or none in
   *     JSON
   */
  Answer send(
      String method,
      URI uri,
      Map<String, String> headers,
      byte @Nullable [] body,
      Deadline deadline);
}
