package io.flexservices.gcp;

import io.flexservices.secret.SecretEndpoint;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The metadata server, which gives the function's service account an access token. It keeps tokens
 * until they end, so that none is kept here.
 *
 * <p>Source: Compute Engine's "Authenticate workloads using service accounts", Cloud Run's
 * "Container instance metadata server". {@code GCE_METADATA_HOST} names another host, with a port
 * where it has one, as in Google's own libraries (google-auth, {@code environment_vars}).
 */
final class MetadataServer {
  static final String HOST = "GCE_METADATA_HOST";

  private static final String PATH = "/computeMetadata/v1/instance/service-accounts/default/token";

  private final URI address;

  /**
   * The server that the environment names, or the usual one.
   *
   * @throws IllegalArgumentException where it names no host
   */
  MetadataServer(Function<String, @Nullable String> environment) {
    String host = environment.apply(HOST);
    if (host == null || host.isEmpty()) {
      host = "metadata.google.internal";
    }
    this.address = URI.create("http://" + host + PATH);
    if (address.getHost() == null || !PATH.equals(address.getPath())) {
      throw new IllegalArgumentException(HOST + " is no host: " + host);
    }
  }

  /** An access token. */
  String token() throws IOException {
    Object token =
        SecretEndpoint.get(address, Map.of("Metadata-Flavor", "Google")).value("access_token");
    if (token instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new IOException("The answer of the metadata server has no access_token");
  }
}
