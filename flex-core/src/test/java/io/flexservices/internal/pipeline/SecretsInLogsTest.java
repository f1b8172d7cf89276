package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.completion.Outcome;
import io.flexservices.context.FlexContext;
import io.flexservices.error.KinveyError;
import io.flexservices.log.Logger;
import io.flexservices.modules.Modules;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever of a request is logged, in whatever way, what is secret in it stays out of the log. */
class SecretsInLogsTest {
  private static final String SECRET = "s3cr3t";
  private static final FlexOptions OPTIONS =
      FlexOptions.defaults()
          .withSharedSecret(SECRET + "-shared")
          .withPreviousSharedSecret(SECRET + "-previous");

  private final TestRuntime runtime =
      TestRuntime.of(
          flex -> {
            flex.data()
                .serviceObject("things")
                .onInsert(
                    (context, complete, modules) -> {
                      logAll(context, modules);
                      throw new IllegalStateException(
                          "no good: " + context.headers() + context.toJson().asMap());
                    });
            flex.functions()
                .register(
                    "f",
                    (context, complete, modules) -> {
                      logAll(context, modules);
                      return complete.ok().next();
                    });
            flex.auth()
                .register(
                    "a",
                    (context, complete, modules) -> {
                      logAll(context, modules);
                      Outcome outcome = complete.setToken(SECRET).ok().next();
                      log(context.logger(), outcome);
                      return outcome;
                    });
          },
          OPTIONS);

  @AfterEach
  void close() {
    runtime.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things", "/_flexFunctions/f", "/_auth/a"})
  void stayOut(String path) {
    FlexRequest request = request(path).build();
    Logger logger = runtime.runtime().logger();
    log(logger, request);
    log(logger, request.headers());
    log(logger, request.headers().all());
    log(logger, request.query());
    log(logger, request.query().all());
    log(logger, KinveyHead.of(request.headers()));
    FlexResponse response = runtime.runtime().handle(request);
    log(logger, response);
    log(logger, response.headers());
    isWithoutSecrets();
    assertThat(runtime.log().lines().size()).isGreaterThan(40);
  }

  @Test
  void keepsWhatIsNone() {
    runtime.runtime().handle(request("/_flexFunctions/f").build());
    assertThat(String.join("\n", runtime.log().lines()))
        .contains("text/x-shown", "[redacted]", "kid_shown", "ada");
  }

  private void isWithoutSecrets() {
    for (String line : runtime.log().lines()) {
      assertThat(line).doesNotContain(SECRET);
    }
  }

  private static void logAll(FlexContext context, Modules modules) {
    Logger logger = context.logger();
    for (Object value :
        new Object[] {
          context,
          context.toJson(),
          context.toJson().asMap(),
          context.toJson().toMap(),
          context.headers(),
          context.headers().asMap(),
          List.of(context.headers()),
          context.bodyValue(),
          modules,
          modules.backendContext(),
          modules.requestContext(),
          modules.tempObjectStore(),
          OPTIONS,
          new RuntimeException(
              "of " + context.headers(), new RuntimeException("" + context.toJson())),
          KinveyError.badRequest(Map.of("headers", context.headers()))
        }) {
      log(logger, value);
    }
  }

  /** As a value, in a text, inside something else, at every level. */
  private static void log(Logger logger, Object value) {
    logger.info(value);
    logger.warn("seen: " + value);
    logger.error(Map.of("inside", List.of(value)));
    logger.fatal(new IllegalStateException(String.valueOf(value)));
  }

  private static TestRequest request(String path) {
    Map<String, Object> headers =
        Map.of(
            "authorization",
            "Kinvey " + SECRET,
            "X-Kinvey-Auth-Key",
            SECRET,
            "cookie",
            "session=" + SECRET,
            "accept",
            "text/x-shown");
    Map<String, Object> body =
        Map.of(
            "username",
            "ada",
            "password",
            SECRET,
            "options",
            Map.of("clientSecret", SECRET),
            "body",
            Map.of("password", SECRET));
    return TestRequest.post(path + "?access_token=" + SECRET)
        .header("X-Auth-Key", SECRET + "-shared")
        .header("Authorization", "Basic " + SECRET)
        .header("X-Kinvey-Username", "ada")
        .header(
            "X-Kinvey-App-Metadata",
            "{\"_id\":\"kid_shown\",\"appsecret\":\"s3cr3t\",\"mastersecret\":\"s3cr3t\"}")
        .originalHeaders(headers)
        .json(body);
  }
}
