package io.flexservices.internal.kinvey;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.error.KinveyException;
import io.flexservices.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The credentials of a request that nobody may see, and the forms that would give them away. */
final class Planted {
  static final String APP_KEY = "kid_planted";
  private static final String APP_SECRET = "4pp+secret/planted==a1b2c3";
  private static final String MASTER_SECRET = "m4ster+secret/planted==d4e5f6";
  private static final String PASSWORD = "us3r:passw0rd/planted";
  static final String TOKEN = "t0ken.planted/0123456789+abc=";

  static final String MASTER = "Basic " + base64(APP_KEY + ":" + MASTER_SECRET);
  static final String APP = "Basic " + base64(APP_KEY + ":" + APP_SECRET);
  static final String SESSION = "Kinvey " + TOKEN;
  static final String LOGIN = "Basic " + base64("ada:" + PASSWORD);

  private static final List<String> FORMS =
      List.of(
          APP_SECRET,
          MASTER_SECRET,
          PASSWORD,
          unpadded(TOKEN),
          unpadded(base64(APP_KEY + ":" + APP_SECRET)),
          unpadded(base64(APP_KEY + ":" + MASTER_SECRET)),
          unpadded(base64("ada:" + PASSWORD)));

  private Planted() {}

  /** The app as Kinvey describes it. */
  static Map<String, Object> metadata(String baasUrl) {
    return Map.of(
        "_id", APP_KEY, "appsecret", APP_SECRET, "mastersecret", MASTER_SECRET, "baasUrl", baasUrl);
  }

  /** An Authorization header in every form in which it could be repeated. */
  static String repeated(String authorization) {
    int space = authorization.indexOf(' ');
    String repeated = "You sent '" + authorization + "', " + authorization.substring(space + 1);
    return authorization.startsWith("Basic ")
        ? repeated
            + ", that is "
            + new String(
                Base64.getDecoder().decode(authorization.substring(space + 1)),
                StandardCharsets.UTF_8)
        : repeated;
  }

  static void assertNotIn(String where, String text) {
    for (String form : FORMS) {
      assertThat(text).as(where).doesNotContain(form);
    }
  }

  /** Whether a text gives something away; the check of the check. */
  static boolean isIn(String text) {
    return FORMS.stream().anyMatch(text::contains);
  }

  /** Everything that an exception could say. */
  static String words(Throwable thrown) {
    StringWriter words = new StringWriter();
    thrown.printStackTrace(new PrintWriter(words, true));
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      words.append(at.toString()).append(at.getMessage()).append(at.getLocalizedMessage());
      if (at instanceof KinveyException failure) {
        words.append(failure.error()).append(failure.description());
        words.append(Json.text(failure)).append(Json.text(failure.debug()));
        words.append(Json.text(failure.body()));
      }
    }
    return words.toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String unpadded(String base64) {
    return base64.replaceAll("=+$", "");
  }
}
