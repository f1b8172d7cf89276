package io.flexservices.internal.kinvey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes the credentials of a request out of what a failed call says. A backend, or a proxy before
 * it, may repeat the headers that it was sent, and an HTTP client may quote them; errors go to logs
 * and clients.
 *
 * <p>Credentials are known in the forms in which they are sent: as they are, and as Base64 with the
 * app key or user name before them. One of fewer than {@value #SHORTEST} characters is left,
 * because it would be found in ordinary words; Kinvey's have 32. Computed when a call has failed,
 * not before.
 */
final class Redaction {
  static final String MARK = "[credential]";
  private static final int SHORTEST = 8;

  private final BackendApp app;
  private final @Nullable String userAuthorization;

  Redaction(BackendApp app, @Nullable String userAuthorization) {
    this.app = app;
    this.userAuthorization = userAuthorization;
  }

  /** A plain JSON value with marks in place of credentials, in names too. */
  @Nullable Object value(@Nullable Object plain) {
    return cleaned(plain, credentials());
  }

  /** Whether what was thrown says a credential, in its message or in those of what led to it. */
  boolean isNeededBy(Throwable thrown) {
    List<String> credentials = credentials();
    // A chain of causes may be a circle.
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < 32; depth++, at = at.getCause()) {
      if (holds(at, credentials)) {
        return true;
      }
    }
    return at != null;
  }

  private static boolean holds(Throwable thrown, List<String> credentials) {
    String words = String.valueOf(thrown);
    for (String credential : credentials) {
      if (words.contains(credential)) {
        return true;
      }
    }
    return thrown.getSuppressed().length > 0;
  }

  private static @Nullable Object cleaned(@Nullable Object value, List<String> credentials) {
    if (value instanceof String text) {
      return cleaned(text, credentials);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> clean = new LinkedHashMap<>();
      map.forEach(
          (name, member) ->
              clean.put(cleaned(String.valueOf(name), credentials), cleaned(member, credentials)));
      return clean;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> clean = new ArrayList<>(list.size());
      list.forEach(element -> clean.add(cleaned(element, credentials)));
      return clean;
    }
    return value;
  }

  private static String cleaned(String text, List<String> credentials) {
    String clean = text;
    for (String credential : credentials) {
      clean = clean.replace(credential, MARK);
    }
    return clean;
  }

  /** The longest first, since one may hold another. */
  private List<String> credentials() {
    TreeSet<String> found =
        new TreeSet<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (String secret : new String[] {app.appSecret(), app.masterSecret()}) {
      if (secret != null) {
        add(found, secret);
        add(found, base64(app.appKey() + ":" + secret));
      }
    }
    if (userAuthorization != null) {
      addUser(found, userAuthorization);
    }
    return List.copyOf(found);
  }

  private static void addUser(TreeSet<String> found, String authorization) {
    int space = authorization.indexOf(' ');
    String token = authorization.substring(space + 1).trim();
    add(found, withoutPadding(token));
    if (authorization.regionMatches(true, 0, "Basic ", 0, space + 1)) {
      try {
        String pair = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
        add(found, pair.substring(pair.indexOf(':') + 1));
      } catch (IllegalArgumentException e) {
        // No Base64, thus nothing that could be shown decoded.
      }
    }
  }

  private static void add(TreeSet<String> found, String credential) {
    if (credential.length() >= SHORTEST) {
      found.add(credential);
    }
  }

  private static String base64(String text) {
    return withoutPadding(
        Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Who repeats a header may cut the end off. */
  private static String withoutPadding(String base64) {
    int end = base64.length();
    while (end > 0 && base64.charAt(end - 1) == '=') {
      end--;
    }
    return base64.substring(0, end);
  }
}
