package io.flexservices.log;

import io.flexservices.json.JsonMask;
import java.util.List;

/**
 * What never gets into a log: the values of members, headers and parameters whose names say that
 * they are secret, wherever they stand. The names are those that end with one of the words below,
 * in any case, hyphens and underscores aside: {@code Authorization}, {@code X-Auth-Key}, {@code
 * X-Kinvey-App-Metadata}, {@code X-Kinvey-Original-Request-Headers}, {@code appsecret}, {@code
 * mastersecret}, {@code password}, {@code Set-Cookie}, {@code access_token}, and their like.
 *
 * <p>A log line is one JSON object, and what its message holds is looked through by members' names.
 * In texts, what looks like such a name with a value is found too ({@code "password":"x"}, {@code
 * Authorization: Basic x}, {@code {appsecret=x}}): a handler that logs a request as a text of its
 * own making, or throws an exception that quotes it, gives nothing away. A secret that stands in a
 * text without its name is not found.
 */
public final class Redaction implements JsonMask {
  /** The one that every logger uses. */
  public static final Redaction SECRETS = new Redaction();

  private static final int LONGEST_NAME = 64;
  private static final List<String> WORDS =
      List.of(
          "authorization",
          "authkey",
          "apikey",
          "appmetadata",
          "originalrequestheaders",
          "secret",
          "password",
          "passwd",
          "token",
          "cookie",
          "credentials");

  private Redaction() {}

  @Override
  public boolean hides(String name) {
    if (name.length() < 5 || name.length() > LONGEST_NAME) {
      return false;
    }
    String letters = letters(name);
    for (String word : WORDS) {
      if (letters.endsWith(word)) {
        return true;
      }
    }
    return false;
  }

  /** A value as it is shown under a name. */
  public String shown(String name, String value) {
    return hides(name) ? HIDDEN : shown(value);
  }

  @Override
  public String shown(String text) {
    return RedactedText.of(text);
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        letters.append((char) (c + ('a' - 'A')));
      } else if (c != '-' && c != '_') {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
