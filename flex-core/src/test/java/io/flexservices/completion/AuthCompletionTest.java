package io.flexservices.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens, attributes and errors of a login. */
class AuthCompletionTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        failure("server_error", AuthCompletion::serverError, AuthCompletion::serverError),
        failure("access_denied", AuthCompletion::accessDenied, AuthCompletion::accessDenied),
        failure(
            "temporarily_unavailable",
            AuthCompletion::temporarilyUnavailable,
            AuthCompletion::temporarilyUnavailable));
  }

  private static Arguments failure(
      String error,
      UnaryOperator<AuthCompletion> bare,
      BiFunction<AuthCompletion, Object, AuthCompletion> explained) {
    return arguments(error, bare, explained);
  }

  @Test
  void authenticatesWithOk() {
    isAnswer(
        TestCompletions.auth().setToken("t").ok().next(),
        200,
        Map.of("token", "t", "authenticated", true));
    isAnswer(
        TestCompletions.auth().ok().done(), 200, Map.of("token", Map.of(), "authenticated", true));
  }

  @Test
  void doesNotAuthenticateWithoutAStatus() {
    isAnswer(
        TestCompletions.auth().setToken("t").next(),
        200,
        Map.of("token", "t", "authenticated", false));
    isAnswer(TestCompletions.auth().next(), 200, Map.of("token", Map.of(), "authenticated", false));
  }

  @Test
  void addsAndRemovesAttributes() {
    isAnswer(
        TestCompletions.auth()
            .addAttribute("a", 1)
            .addAttribute("b", 2)
            .removeAttribute("a")
            .setToken(Map.of("k", "v"))
            .ok()
            .next(),
        200,
        Map.of("token", Map.of("k", "v"), "authenticated", true, "b", 2));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failsWithTheArgumentElseTheTokenElseNothing(
      String error,
      UnaryOperator<AuthCompletion> bare,
      BiFunction<AuthCompletion, Object, AuthCompletion> explained) {
    Map<String, String> without = Map.of("error", error);
    isAnswer(bare.apply(TestCompletions.auth()).next(), 401, without);
    isAnswer(bare.apply(TestCompletions.auth().setToken(Map.of("a", 1))).next(), 401, without);
    isAnswer(
        bare.apply(TestCompletions.auth().setToken("bad combo")).next(),
        401,
        Map.of("error", error, "error_description", "bad combo"));
    isAnswer(
        explained.apply(TestCompletions.auth().setToken("bad combo"), "why").next(),
        401,
        Map.of("error", error, "error_description", "why"));
    isAnswer(
        explained.apply(TestCompletions.auth().setToken("bad combo"), null).next(),
        401,
        Map.of("error", error, "error_description", "bad combo"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void showsAnExceptionByNameAndMessage(
      String error,
      UnaryOperator<AuthCompletion> bare,
      BiFunction<AuthCompletion, Object, AuthCompletion> explained) {
    Exception broke = new IllegalStateException("broke");
    Map<String, Object> answer =
        Map.of(
            "error",
            error,
            "error_description",
            Map.of("name", "IllegalStateException", "message", "broke"));
    isAnswer(bare.apply(TestCompletions.auth().setToken(broke)).next(), 401, answer);
    isAnswer(explained.apply(TestCompletions.auth(), broke).next(), 401, answer);
  }

  @Test
  void saysThatThereIsNoHandler() {
    isAnswer(
        TestCompletions.auth().setToken("x").notImplemented().done(),
        401,
        Map.of(
            "error",
            "server_error",
            "error_description",
            "The request invoked a method that is not implemented"));
  }

  @Test
  void obeysTheLastStatus() {
    isAnswer(
        TestCompletions.auth().accessDenied("x").ok().next(),
        200,
        Map.of("error", "access_denied", "error_description", "x", "authenticated", true));
    isAnswer(
        TestCompletions.auth().setToken("t").ok().serverError("x").next(),
        401,
        Map.of("error", "server_error", "error_description", "x"));
  }

  @Test
  void addsToAnErrorWhatIsSetAfterIt() {
    isAnswer(
        TestCompletions.auth().accessDenied("x").addAttribute("a", 1).next(),
        401,
        Map.of("error", "access_denied", "error_description", "x", "a", 1));
  }

  @Test
  @SuppressWarnings("deprecation") // the documents' deprecated form
  void beginsWithATokenInTheDeprecatedForm() {
    isAnswer(
        TestCompletions.auth().with("tok").ok().next(),
        200,
        Map.of("token", "tok", "authenticated", true));
    isAnswer(
        TestCompletions.auth().with(Map.of("a", 1)).accessDenied().next(),
        401,
        Map.of("error", "access_denied", "error_description", Map.of("a", 1)));
  }

  @Test
  void leavesTheTokenWhereItIsSetToNothing() {
    isAnswer(
        TestCompletions.auth().setToken("t").setToken(null).setToken("").ok().next(),
        200,
        Map.of("token", "t", "authenticated", true));
  }

  private static void isAnswer(Outcome outcome, int status, Map<String, ?> body) {
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.body()).isEqualTo(body);
  }
}
