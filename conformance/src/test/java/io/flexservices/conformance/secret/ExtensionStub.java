package io.flexservices.conformance.secret;

import com.sun.net.httpserver.HttpExchange;
import io.flexservices.conformance.secret.StubServer.Answer;
import io.flexservices.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The AWS Parameters and Secrets Lambda Extension, with one secret {@code flex/secret} and one
 * parameter {@code /flex/secret}.
 *
 * <p>Sources: AWS Secrets Manager's user guide, "Use AWS Secrets Manager secrets in AWS Lambda
 * functions" (the path, secretId, versionStage, the token's header) and the API reference of
 * GetSecretValue (the answer, ResourceNotFoundException); AWS Systems Manager's user guide, "Using
 * Parameter Store parameters in AWS Lambda functions" (the path, name, withDecryption) and the API
 * reference of GetParameter.
 */
public final class ExtensionStub implements AutoCloseable {
  static final String TOKEN = "t0ken/of+this session==";

  private final Map<String, String> stages = new ConcurrentHashMap<>();
  private final StubServer server;

  private volatile String parameter = "";

  private ExtensionStub() {
    server = StubServer.start(this::answer);
  }

  /** A stub with a secret and a parameter that are the same. */
  public static ExtensionStub holding(String secret) {
    ExtensionStub stub = new ExtensionStub();
    stub.put(secret);
    stub.stages.remove("AWSPREVIOUS");
    return stub;
  }

  /** Replaces the secret; the one before becomes AWSPREVIOUS. */
  public void put(String secret) {
    String before = stages.put("AWSCURRENT", secret);
    if (before != null) {
      stages.put("AWSPREVIOUS", before);
    }
    parameter = secret;
  }

  StubServer server() {
    return server;
  }

  /** What Lambda and the extension's layer put into a function's environment. */
  public Map<String, String> environment() {
    return Map.of(
        "AWS_SESSION_TOKEN",
        TOKEN,
        "PARAMETERS_SECRETS_EXTENSION_HTTP_PORT",
        String.valueOf(server.port()));
  }

  @Override
  public void close() {
    server.close();
  }

  private Answer answer(HttpExchange exchange) {
    String token = exchange.getRequestHeaders().getFirst("X-Aws-Parameters-Secrets-Token");
    if (!TOKEN.equals(token)) {
      return new Answer(401, "failed to authenticate: wrong or missing token");
    }
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    return switch (exchange.getRequestURI().getPath()) {
      case "/secretsmanager/get" -> secret(query);
      case "/systemsmanager/parameters/get" -> parameter(query);
      default -> new Answer(404, "404 page not found");
    };
  }

  private Answer secret(Map<String, String> query) {
    String stage = query.getOrDefault("versionStage", "AWSCURRENT");
    String secret = stages.get(stage);
    if (!"flex/secret".equals(query.get("secretId")) || secret == null) {
      return new Answer(
          400,
          "ResourceNotFoundException: Secrets Manager can't find the specified secret value for"
              + " staging label: "
              + stage);
    }
    return Answer.ok(
        Json.text(
            Map.of(
                "ARN",
                "arn:aws:secretsmanager:us-east-1:123456789012:secret:flex/secret-a1b2c3",
                "Name",
                "flex/secret",
                "VersionId",
                "EXAMPLE1-90ab-cdef-fedc-ba987SECRET1",
                "SecretString",
                secret,
                "VersionStages",
                List.of(stage),
                "CreatedDate",
                "2026-01-02T03:04:05.678Z",
                "ResultMetadata",
                Map.of())));
  }

  private Answer parameter(Map<String, String> query) {
    if (!"/flex/secret".equals(query.get("name"))) {
      return new Answer(400, "ParameterNotFound: ");
    }
    boolean isDecrypted = "true".equals(query.get("withDecryption"));
    return Answer.ok(
        Json.text(
            Map.of(
                "Parameter",
                Map.of(
                    "ARN",
                    "arn:aws:ssm:us-east-1:123456789012:parameter/flex/secret",
                    "DataType",
                    "text",
                    "Name",
                    "/flex/secret",
                    "Type",
                    "SecureString",
                    "Value",
                    isDecrypted ? parameter : "AQICAHh...",
                    "Version",
                    3),
                "ResultMetadata",
                Map.of())));
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    for (String pair : text.split("&")) {
      int mark = pair.indexOf('=');
      query.put(
          pair.substring(0, mark),
          URLDecoder.decode(pair.substring(mark + 1), StandardCharsets.UTF_8));
    }
    return query;
  }
}
