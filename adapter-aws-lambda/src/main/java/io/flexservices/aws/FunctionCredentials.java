package io.flexservices.aws;

import io.flexservices.json.JsonObject;
import io.flexservices.modules.background.BackgroundException;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.PlatformHttp;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of the function's role. Lambda puts them into the environment; where a function
 * starts from a snapshot it serves them over HTTP on the function's own machine, since those of the
 * snapshot would have expired.
 *
 * <p>Sources: Lambda's developer guide, "Using Lambda environment variables" and "Activating and
 * managing Lambda SnapStart"; the reference guide of AWS's SDKs, "Container credential provider".
 *
 * @param sessionToken null for those of a user, which are for tests
 */
record FunctionCredentials(
    String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {

  /**
   * The credentials of this moment.
   *
   * @throws BackgroundException where there are none
   */
  static FunctionCredentials of(FunctionIdentity function, PlatformHttp http, Deadline deadline) {
    String id = function.variable("AWS_ACCESS_KEY_ID");
    String secret = function.variable("AWS_SECRET_ACCESS_KEY");
    if (id != null && secret != null) {
      return new FunctionCredentials(id, secret, function.variable("AWS_SESSION_TOKEN"));
    }
    String uri = function.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    if (uri == null) {
      throw new BackgroundException(
          "Background work needs the credentials of the function's role: neither"
              + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY nor"
              + " AWS_CONTAINER_CREDENTIALS_FULL_URI is set");
    }
    return served(uri, function.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN"), http, deadline);
  }

  private static FunctionCredentials served(
      String uri, @Nullable String token, PlatformHttp http, Deadline deadline) {
    Map<String, String> headers = token == null ? Map.of() : Map.of("Authorization", token);
    PlatformHttp.Answer answer = http.send("GET", URI.create(uri), headers, null, deadline);
    if (answer.status() == 200
        && answer.value() instanceof JsonObject json
        && json.value("AccessKeyId") instanceof String id
        && json.value("SecretAccessKey") instanceof String secret) {
      return new FunctionCredentials(id, secret, json.string("Token"));
    }
    throw new BackgroundException(
        "Lambda did not serve the credentials of the function's role: it answered "
            + answer.status());
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "FunctionCredentials[" + accessKeyId + "]";
  }
}
