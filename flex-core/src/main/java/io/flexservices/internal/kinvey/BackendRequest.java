package io.flexservices.internal.kinvey;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as it goes over the wire.
 *
 * @param path encoded
 * @param query not encoded
 * @param body null for none
 */
record BackendRequest(
    String method,
    URI base,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte @Nullable [] body) {
  /** Without the headers, which hold credentials. */
  @Override
  public String toString() {
    return method + " " + base.getHost() + path;
  }
}
