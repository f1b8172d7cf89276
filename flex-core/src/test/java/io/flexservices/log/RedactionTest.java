package io.flexservices.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.json.JsonMask;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a secret. */
class RedactionTest {
  private static final String SECRET = "s3cr3t, with \"quotes\" and {brackets}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authorization",
        "Authorization",
        "PROXY-AUTHORIZATION",
        "X-Auth-Key",
        "x-kinvey-app-metadata",
        "X-Kinvey-Original-Request-Headers",
        "appsecret",
        "mastersecret",
        "appSecret",
        "master_secret",
        "FLEX_SHARED_SECRET",
        "password",
        "newPassword",
        "Cookie",
        "set-cookie",
        "access_token",
        "x-api-key"
      })
  void hidesTheValuesOfNamesInEveryForm(String name) {
    assertThat(Redaction.SECRETS.hides(name)).isTrue();
    assertThat(Redaction.SECRETS.shown(name, SECRET)).isEqualTo(JsonMask.HIDDEN);
    String json = Json.text(Map.of(name, SECRET, "zz", "shown"));
    String text = Json.text(Map.of("before", 1, "json", json, "zz", "shown"));
    for (String message :
        new String[] {json, text, Json.text(text), "headers " + json + " of the request"}) {
      assertThat(Redaction.SECRETS.shown(message)).doesNotContain("s3cr3t").contains("shown");
    }
    assertThat(Redaction.SECRETS.shown(Map.of(name, "s3cr3t").toString()))
        .isEqualTo("{" + name + "=[redacted]}");
    assertThat(Redaction.SECRETS.shown(name + ": Basic s3cr3t\nAccept: text/plain"))
        .isEqualTo(name + ": [redacted]\nAccept: text/plain");
    assertThat(Redaction.SECRETS.shown(name + " = s3cr3t; " + name + "={\"a\":[1]}, x"))
        .isEqualTo(name + " = [redacted]; " + name + "=[redacted], x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The token was refused",
        "The service has no shared secret: everybody is served",
        "12:30:45 at https://example.com/a?b=c",
        "secretary: ada, tokens=7",
        "{\"name\":\"ada\",\"n\":1}",
        "=:=:\"\":",
        "password:"
      })
  void leavesOtherTextsAlone(String text) {
    assertThat(Redaction.SECRETS.shown(text)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User{name='ada', password='s3cr3t'}",
        "{'authorization': 'Basic s3cr3t', 'name': 'ada'}",
        "authorization:\tBasic s3cr3t",
        "{\n  \"password\" :\n    \"s3cr3t\",\n  \"name\" : \"ada\"\n}",
        "got token: s3cr3t",
        "invalid secret: s3cr3t",
        "the token: s3cr3t-and more"
      })
  void hidesWhatStandsBehindANameHoweverItIsWritten(String text) {
    assertThat(Redaction.SECRETS.shown(text)).doesNotContain("s3cr3t").contains("[redacted]");
  }

  @Test
  void looksThroughLongTextsInTime() {
    String text = "a\"=:\\".repeat(200_000) + "password=\"s3cr3t";
    assertThat(Redaction.SECRETS.shown(text)).endsWith("password=[redacted]");
  }
}
