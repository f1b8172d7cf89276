package io.flexservices.aws;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signs requests to Lambda's API with Signature Version 4. The one class that knows the signer of
 * AWS's SDK, which is an optional dependency: where that is missing making one fails with a {@link
 * LinkageError}.
 */
final class RequestSigner {
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final Clock clock;

  RequestSigner(Clock clock) {
    this.clock = clock;
  }

  /** The headers of a POST, those given and those that sign it; whoever sends it adds the host. */
  Map<String, String> sign(
      URI uri,
      String region,
      Map<String, String> headers,
      byte[] body,
      FunctionCredentials credentials) {
    SdkHttpRequest.Builder request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(uri);
    headers.forEach(request::putHeader);
    SignedRequest signed =
        signer.sign(
            to ->
                to.identity(identity(credentials))
                    .request(request.build())
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock));
    Map<String, String> all = new LinkedHashMap<>();
    signed.request().forEachHeader((name, values) -> all.put(name, values.get(0)));
    all.keySet().removeIf(name -> name.equalsIgnoreCase("Host"));
    return all;
  }

  private static AwsCredentialsIdentity identity(FunctionCredentials credentials) {
    String token = credentials.sessionToken();
    return token == null
        ? AwsCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey())
        : AwsSessionCredentialsIdentity.create(
            credentials.accessKeyId(), credentials.secretAccessKey(), token);
  }
}
