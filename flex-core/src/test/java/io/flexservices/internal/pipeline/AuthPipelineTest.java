package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.auth.AuthContext;
import io.flexservices.json.Json;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Logins from the request to the answer. */
class AuthPipelineTest {
  private final AtomicReference<AuthContext> seen = new AtomicReference<>();
  private final TestRuntime runtime =
      TestRuntime.of(
          flex ->
              flex.auth()
                  .register(
                      "sso",
                      (context, complete, modules) -> {
                        seen.set(context);
                        return complete.setToken("t").addAttribute("email", "a@b.c").ok().next();
                      })
                  .registerAsync(
                      "later",
                      (context, complete, modules) ->
                          CompletableFuture.supplyAsync(
                              () -> complete.setToken("bad combo").accessDenied().done())));

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void showsCredentialsAndNothingElseOfTheBody() {
    FlexResponse response =
        runtime.handle(
            TestRequest.post("/_auth/sso")
                .header("X-Kinvey-Username", "ann")
                .header("X-Kinvey-Request-Id", "r1")
                .originalHeaders(Map.of("host", "h"))
                .json(Map.of("username", "u", "password", "p", "options", List.of(1), "o", 2)));
    AuthContext context = seen.get();
    assertThat(context.handlerName()).isEqualTo("sso");
    assertThat(context.method()).isEqualTo("POST");
    assertThat(context.requestId()).isEqualTo("r1");
    assertThat(Json.parse(context.toJson().toString()))
        .isEqualTo(
            Map.of(
                "method", "POST",
                "headers", Map.of("host", "h"),
                "username", "ann",
                "userId", "",
                "body", Map.of("username", "u", "password", "p", "options", List.of(1L))));
    assertThat(response.status()).isEqualTo(200);
    assertThat(TestRuntime.json(response).asMap())
        .isEqualTo(Map.of("token", "t", "authenticated", true, "email", "a@b.c"));
  }

  @Test
  void showsAnEmptyBodyWithoutCredentials() {
    for (TestRequest request :
        List.of(TestRequest.post("/_auth/sso"), TestRequest.post("/_auth/sso").json(List.of(1)))) {
      runtime.handle(request);
      assertThat(seen.get().body().isEmpty()).isTrue();
    }
  }

  @Test
  void answersErrorsAsOAuthDoes() {
    FlexResponse response = runtime.handle(TestRequest.post("/_auth/later"));
    assertThat(response.status()).isEqualTo(401);
    assertThat(TestRuntime.json(response).asMap())
        .isEqualTo(Map.of("error", "access_denied", "error_description", "bad combo"));
    assertThat(response.headers().first("X-Kinvey-Request-Continue")).isEqualTo("false");
  }

  @Test
  void isAServerErrorWithoutAHandler() {
    FlexResponse response = runtime.handle(TestRequest.post("/_auth/nosuch"));
    assertThat(response.status()).isEqualTo(401);
    assertThat(TestRuntime.json(response).asMap())
        .isEqualTo(
            Map.of(
                "error",
                "server_error",
                "error_description",
                "The request invoked a method that is not implemented"));
  }
}
