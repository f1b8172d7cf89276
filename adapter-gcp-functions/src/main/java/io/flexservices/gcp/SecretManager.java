package io.flexservices.gcp;

import io.flexservices.json.JsonObject;
import io.flexservices.secret.SecretEndpoint;
import io.flexservices.secret.SecretSource;
import io.flexservices.secret.SharedSecrets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A secret in Google's Secret Manager.
 *
 * <p>Source: Secret Manager's REST reference, projects.secrets.versions.access and SecretPayload;
 * "Data integrity assurance" for the checksum, which is a decimal number in a string, and is not
 * there for every version.
 */
final class SecretManager implements SecretSource {
  private final URI address;
  private final MetadataServer metadata;

  SecretManager(URI address, MetadataServer metadata) {
    this.address = address;
    this.metadata = metadata;
  }

  @Override
  public SharedSecrets fetch() throws IOException {
    JsonObject answer =
        SecretEndpoint.get(address, Map.of("Authorization", "Bearer " + metadata.token()));
    if (answer.value("payload") instanceof JsonObject payload
        && payload.value("data") instanceof String data) {
      byte[] secret = decoded(data);
      verify(secret, payload.value("dataCrc32c"));
      return SharedSecrets.parse(new String(secret, StandardCharsets.UTF_8));
    }
    throw new IOException("The answer of Secret Manager has no payload.data");
  }

  private static byte[] decoded(String data) throws IOException {
    try {
      return Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException e) {
      throw new IOException("The payload of Secret Manager's answer is not base64");
    }
  }

  private static void verify(byte[] secret, @Nullable Object checksum) throws IOException {
    if (checksum == null) {
      return;
    }
    CRC32C actual = new CRC32C();
    actual.update(secret);
    if (!checksum.toString().equals(Long.toString(actual.getValue()))) {
      throw new IOException("The payload of Secret Manager's answer does not fit its dataCrc32c");
    }
  }
}
