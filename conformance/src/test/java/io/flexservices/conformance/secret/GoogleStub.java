package io.flexservices.conformance.secret;

import com.sun.net.httpserver.HttpExchange;
import io.flexservices.conformance.secret.StubServer.Answer;
import io.flexservices.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Google's metadata server and Secret Manager on one port, with the secret {@code
 * projects/flex/secrets/key}.
 *
 * <p>Sources: Compute Engine, "Authenticate workloads using service accounts" (the token's path,
 * Metadata-Flavor, the answer); Secret Manager's REST reference, projects.secrets.versions.access
 * and SecretPayload; "Data integrity assurance" (dataCrc32c is a decimal number in a string).
 */
public final class GoogleStub implements AutoCloseable {
  static final String TOKEN = "ya29.t0ken";
  static final String ACCESS = "/v1/projects/flex/secrets/key/versions/latest:access";

  private static final String METADATA =
      "/computeMetadata/v1/instance/service-accounts/default/token";

  private final StubServer server = StubServer.start(this::answer);

  private volatile byte[] secret = new byte[0];
  private volatile @Nullable String checksum;

  /** A stub with a secret. */
  public static GoogleStub holding(String secret) {
    GoogleStub stub = new GoogleStub();
    stub.put(secret);
    return stub;
  }

  /** Replaces the latest version. */
  void put(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    CRC32C crc = new CRC32C();
    crc.update(octets);
    secret = octets;
    checksum = Long.toString(crc.getValue());
  }

  /** Says another checksum from now on; null for none. */
  void claims(@Nullable String crc32c) {
    checksum = crc32c;
  }

  StubServer server() {
    return server;
  }

  /** What leads a function here. */
  public Map<String, String> environment() {
    return Map.of(
        "GCE_METADATA_HOST",
        "127.0.0.1:" + server.port(),
        "CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER",
        "http://127.0.0.1:" + server.port() + "/");
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(HttpExchange exchange) {
    return switch (exchange.getRequestURI().getPath()) {
      case METADATA -> token(exchange);
      case ACCESS -> access(exchange);
      default -> new Answer(404, "{\"error\": {\"code\": 404, \"status\": \"NOT_FOUND\"}}");
    };
  }

  private static Answer token(HttpExchange exchange) {
    return "Google".equals(exchange.getRequestHeaders().getFirst("Metadata-Flavor"))
        ? Answer.ok(
            Json.text(Map.of("access_token", TOKEN, "expires_in", 3_599, "token_type", "Bearer")))
        : new Answer(403, "Missing Metadata-Flavor:Google header.");
  }

  private Answer access(HttpExchange exchange) {
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return new Answer(401, "{\"error\": {\"code\": 401, \"status\": \"UNAUTHENTICATED\"}}");
    }
    Map<String, Object> payload = new HashMap<>();
    payload.put("data", Base64.getEncoder().encodeToString(secret));
    String crc32c = checksum;
    if (crc32c != null) {
      payload.put("dataCrc32c", crc32c);
    }
    return Answer.ok(
        Json.text(Map.of("name", "projects/123456/secrets/key/versions/3", "payload", payload)));
  }
}
