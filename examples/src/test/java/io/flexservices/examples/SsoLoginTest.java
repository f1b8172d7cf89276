package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsoLoginTest {
  private final FlexTestClient client =
      FlexTestClient.of(new ExampleService(Map.of(ExampleService.PASSWORD_VARIABLE, "pa55word")));

  @Test
  void letsAUserInWithATokenAndAnAddress() {
    FlexTestResponse response = login("ann", "pa55word");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().bool("authenticated")).isTrue();
    assertThat(response.json().string("email")).isEqualTo("ann@example.com");
    assertThat(Base64.getDecoder().decode(response.json().string("token"))).hasSize(32);
  }

  @Test
  void givesEveryLoginATokenOfItsOwn() {
    assertThat(login("ann", "pa55word").json().string("token"))
        .isNotEqualTo(login("ann", "pa55word").json().string("token"));
  }

  @Test
  void deniesAWrongPassword() {
    FlexTestResponse response = login("ann", "opensesame");

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.json())
        .isEqualTo(
            JsonObject.of(
                Map.of(
                    "error", "access_denied",
                    "error_description", "The given username/password combo was invalid")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"username\": \"ann\"}",
        "{\"password\": \"pa55word\"}",
        "{\"username\": \"ann\", \"password\": 1}",
        "{\"username\": [\"ann\"], \"password\": \"pa55word\"}",
        "{\"username\": \" \", \"password\": \"pa55word\"}",
      })
  void deniesALoginWithoutANameOrAPassword(String body) {
    FlexTestResponse response = client.post("/_auth/mySSO").text(body).send();

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.json().string("error")).isEqualTo("access_denied");
  }

  @Test
  void takesTheDemoPasswordWhereNoneIsSet() {
    FlexTestClient demo = FlexTestClient.of(new ExampleService(Map.of()));

    assertThat(demo.login("mySSO").credentials("ann", "opensesame").send().status()).isEqualTo(200);
  }

  @Test
  void letsNobodyInWithAnEmptyPassword() {
    FlexTestClient locked =
        FlexTestClient.of(new ExampleService(Map.of(ExampleService.PASSWORD_VARIABLE, "")));

    assertThat(locked.login("mySSO").credentials("ann", "").send().status()).isEqualTo(401);
    assertThat(locked.login("mySSO").credentials("ann", "opensesame").send().status())
        .isEqualTo(401);
  }

  @Test
  void saysThatUsersCannotBeLookedUp() {
    IdentitySource unreachable =
        (username, password) -> {
          throw new IOException("no route to 10.1.2.3");
        };
    FlexTestClient broken =
        FlexTestClient.of(
            flex -> flex.auth().register("mySSO", new SsoLogin(unreachable, new SecureRandom())));

    FlexTestResponse response = broken.login("mySSO").credentials("ann", "pa55word").send();

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.json().string("error")).isEqualTo("temporarily_unavailable");
    assertThat(response.text()).doesNotContain("10.1.2.3");
    assertThat(broken.logLines()).hasSize(1);
  }

  @Test
  void neverLogsAPassword() {
    login("ann", "pa55word");
    login("ann", "a guess");

    assertThat(client.logLines().toString()).doesNotContain("pa55word", "a guess");
  }

  private FlexTestResponse login(String username, String password) {
    return client.login("mySSO").credentials(username, password).send();
  }
}
