package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import io.flexservices.modules.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
  private static final AppMetadata APP =
      new AppMetadata(
          JsonObject.of(
              Map.of("_id", "kid_test", "appsecret", "appsec", "mastersecret", "mastersec")));
  private static final AppMetadata NO_APP = new AppMetadata(JsonObject.empty());

  @ParameterizedTest
  @CsvSource({
    "kid_test:appsec, APP",
    "kid_test:mastersec, MASTER",
    "kid_test:mastersec:more, MASTER",
    "kid_test:other, UNKNOWN",
    "kid_test:, UNKNOWN",
    "kid_test, UNKNOWN",
    "ann:appsec, USER",
    "kid_other:mastersec, USER",
    ":mastersec, USER"
  })
  void tellsCredentialsApart(String credentials, SecurityContext expected) {
    assertThat(Authorization.securityContext(basic(credentials), APP)).isEqualTo(expected);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Basic"})
  void isUnknownWithoutCredentials(String header) {
    assertThat(Authorization.securityContext(header, APP)).isEqualTo(SecurityContext.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kinvey abc.def", "Kinvey ", "Kinvey a", "Kinvey ====", "Bearer x-_y"})
  void takesASessionTokenForAUsersWhateverItHolds(String header) {
    assertThat(Authorization.securityContext(header, APP)).isEqualTo(SecurityContext.USER);
  }

  @Test
  void readsBase64WithoutPaddingAndInTheAlphabetOfUrls() {
    AppMetadata app = new AppMetadata(JsonObject.of(Map.of("_id", "kid", "appsecret", "?>?>~~~")));
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("kid:?>?>~~~".getBytes(StandardCharsets.UTF_8));

    assertThat(encoded).containsAnyOf("-", "_");
    assertThat(Authorization.securityContext("Basic " + encoded, app))
        .isEqualTo(SecurityContext.APP);
  }

  @Test
  void isNeverTheAppWhereKinveyDidNotSayTheApp() {
    assertThat(Authorization.securityContext(basic("kid_test:appsec"), NO_APP))
        .isEqualTo(SecurityContext.USER);
    assertThat(Authorization.securityContext(basic(":"), NO_APP)).isEqualTo(SecurityContext.USER);
  }

  @Test
  void isNotTheAppWhereTheAppHasNoSecret() {
    AppMetadata app = new AppMetadata(JsonObject.of(Map.of("_id", "kid_test")));

    assertThat(Authorization.securityContext(basic("kid_test:"), app))
        .isEqualTo(SecurityContext.UNKNOWN);
  }

  private static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }
}
