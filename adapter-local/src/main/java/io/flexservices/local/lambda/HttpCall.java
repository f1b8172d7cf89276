package io.flexservices.local.lambda;

import io.flexservices.spi.FlexHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as it came in: nothing in it is decoded, split or joined.
 *
 * @param method the method
 * @param path the path as it stands in the request line
 * @param query what follows the question mark there; null where there is none
 * @param headers the headers, with the names that the client sent
 * @param body the octets of the body
 * @param connection who called, and where
 */
record HttpCall(
    String method,
    String path,
    @Nullable String query,
    FlexHeaders headers,
    byte[] body,
    Connection connection) {

  /**
   * The two ends of the connection.
   *
   * @param sourceIp the client's address
   * @param port the port that was called
   * @param protocol for example {@code HTTP/1.1}
   */
  record Connection(String sourceIp, int port, String protocol) {}
}
