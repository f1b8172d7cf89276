package io.flexservices.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue, word for word. */
class KinveyErrorTest {
  static Stream<Arguments> catalogue() {
    return Stream.of(
        arguments(KinveyError.badRequest("d"), 400, "BadRequest", "Unable to understand request"),
        arguments(
            KinveyError.malformed("d"), 400, "BadRequest", "Unable to understand the request"),
        arguments(
            KinveyError.unauthorized("d"),
            401,
            "InvalidCredentials",
            "Invalid credentials. Please retry your request with correct credentials"),
        arguments(KinveyError.forbidden("d"), 403, "Forbidden", "The request is forbidden"),
        arguments(
            KinveyError.notFound("d"),
            404,
            "NotFound",
            "The requested entity or entities were not found in the serviceObject"),
        arguments(
            KinveyError.noSuchRoute("d"), 404, "NotFound", "The requested route does not exist"),
        arguments(KinveyError.notAllowed("d"), 405, "NotAllowed", "The request is not allowed"),
        arguments(
            KinveyError.notImplemented("d"),
            501,
            "NotImplemented",
            "The request invoked a method that is not implemented"),
        arguments(
            KinveyError.unavailable("d"),
            503,
            "ServiceUnavailable",
            "The service cannot take the request now"),
        arguments(
            KinveyError.runtimeError("d"),
            550,
            "FlexRuntimeError",
            "The Flex Service had a runtime error.  See debug message for details"));
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void hasTheTextsThatClientsKnow(KinveyError error, int status, String name, String description) {
    assertThat(error.status()).isEqualTo(status);
    assertThat(error.toJson())
        .containsExactly(
            Map.entry("error", name),
            Map.entry("description", description),
            Map.entry("debug", "d"));
  }

  @Test
  void refusesAWrongKeyInTheWordsOfTheReference() {
    assertThat(KinveyError.invalidAuthKey())
        .isEqualTo(
            new KinveyError(
                401,
                "InvalidCredentials",
                "Invalid credentials.  Please retry your request with correct credentials.",
                "The Authorization Key was not valid or missing."));
  }

  @Test
  void tellsTheLimitOfABody() {
    assertThat(KinveyError.bodyTooLarge(10))
        .isEqualTo(
            new KinveyError(
                413,
                "RequestTooLarge",
                "The request body is too large",
                "The request body is over the limit of 10 bytes"));
  }

  @Test
  void isNoErrorBelow400() {
    assertThatThrownBy(() -> new KinveyError(399, "e", "d", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("status < 400: 399");
  }

  @Test
  void namesLoginErrorsAsOAuthDoes() {
    assertThat(OAuthError.serverError("why").toJson())
        .isEqualTo(Map.of("error", "server_error", "error_description", "why"));
    assertThat(OAuthError.accessDenied("why").toJson())
        .isEqualTo(Map.of("error", "access_denied", "error_description", "why"));
    assertThat(OAuthError.temporarilyUnavailable(null).toJson())
        .isEqualTo(Map.of("error", "temporarily_unavailable"));
    assertThat(OAuthError.noHandler().toJson())
        .isEqualTo(
            Map.of(
                "error",
                "server_error",
                "error_description",
                "The request invoked a method that is not implemented"));
    assertThat(OAuthError.STATUS).isEqualTo(401);
  }
}
