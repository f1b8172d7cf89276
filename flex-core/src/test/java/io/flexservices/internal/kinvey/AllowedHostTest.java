package io.flexservices.internal.kinvey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry of the list of hosts may look like. */
class AllowedHostTest {
  /** The form in one expression, for texts in lower case. */
  private static final Pattern FORM =
      Pattern.compile(
          "(https?://)?((\\*\\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:\\d{1,5})?");

  private static final List<String> SEEDS =
      List.of(
          "https://backend.example.com:8443",
          "http://*.example.com",
          "http://[::1]:80",
          "localhost",
          "a-b.c");

  @ParameterizedTest
  @CsvSource({
    "backend.example.com, https, backend.example.com, -1",
    "Backend.Example.COM:8443, https, backend.example.com, 8443",
    "*.example.com, https, .example.com, -1",
    "http://localhost, http, localhost, -1",
    "https://*.example.com:80, https, .example.com, 80",
    "http://[::1]:8080, http, [::1], 8080",
    "[fe80::1], https, [fe80::1], -1"
  })
  void isASchemeAHostAndAPort(String text, String scheme, String host, int port) {
    assertThat(AllowedHost.parse(text)).isEqualTo(new AllowedHost(scheme, host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ftp://x", "https://", "a/b", "-a", "a.", "*", "a:", "a:123456", "[]"})
  void isNothingElse(String text) {
    assertThatThrownBy(() -> AllowedHost.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "not a host as in \"backend.example.com\", \"*.example.com:8443\" or"
                + " \"http://localhost\": "
                + text);
  }

  @Test
  void hasTheFormOfTheExpression() {
    Random random = new Random(7);
    int valid = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
      int at = random.nextInt(text.length());
      char other = "htps:/*.[]-a1/".charAt(random.nextInt(14));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, other);
        case 1 -> text.insert(at, other);
        default -> text.deleteCharAt(at);
      }
      boolean fits = FORM.matcher(text).matches();
      assertThat(isAccepted(text.toString())).as(text.toString()).isEqualTo(fits);
      valid += fits ? 1 : 0;
    }
    assertThat(valid).isBetween(2_000, 18_000);
  }

  private static boolean isAccepted(String text) {
    try {
      AllowedHost.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
