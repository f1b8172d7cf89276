package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

/**
 * An HTTP request, as every adapter hands it to the core.
 *
 * @param method the method in capitals
 * @param path the path, without what the platform put before it
 * @param query the parameters of the query string
 * @param headers the headers of Kinvey's call
 * @param body the body, not encoded in Base64 any more
 * @param deadline when the platform wants its answer
 */
public record FlexRequest(
    String method,
    RequestPath path,
    QueryParameters query,
    FlexHeaders headers,
    RequestBody body,
    Deadline deadline) {
  /** Checks the arguments. */
  public FlexRequest {
    requireNonNull(method, "method == null");
    requireNonNull(path, "path == null");
    requireNonNull(query, "query == null");
    requireNonNull(headers, "headers == null");
    requireNonNull(body, "body == null");
    requireNonNull(deadline, "deadline == null");
  }

  /** The request with another body. */
  public FlexRequest withBody(RequestBody other) {
    return new FlexRequest(method, path, query, headers, other, deadline);
  }
}
