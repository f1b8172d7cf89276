package io.flexservices.secret;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that open a service.
 *
 * @param current what Kinvey sends in {@code X-Auth-Key}; not empty
 * @param previous what is accepted too, while it is being replaced; null for none, never empty
 */
public record SharedSecrets(String current, @Nullable String previous) {
  /** Checks the arguments. */
  public SharedSecrets {
    requireNonNull(current, "current == null");
    if (current.isEmpty()) {
      throw new IllegalArgumentException("The current secret is empty");
    }
    if (previous != null && previous.isEmpty()) {
      throw new IllegalArgumentException("The previous secret is empty");
    }
  }

  /**
   * Reads what a store of secrets holds: the secret itself, or {@code {"current": "...",
   * "previous": "..."}}, of which the latter may be missing, null or empty. What begins with a
   * brace is taken for JSON. Line breaks at the end do not count: editors and {@code echo} leave
   * them.
   *
   * @throws IOException where there is no secret; the message repeats nothing of the text
   */
  public static SharedSecrets parse(String text) throws IOException {
    String trimmed = withoutLineBreaks(text);
    if (trimmed.isEmpty()) {
      throw new IOException("The secret is empty");
    }
    return trimmed.startsWith("{") ? ofJson(trimmed) : new SharedSecrets(trimmed, null);
  }

  private static SharedSecrets ofJson(String text) throws IOException {
    try {
      JsonObject json = JsonObject.parse(text);
      String current = json.string("current");
      if (current != null && !current.isEmpty()) {
        String previous = json.string("previous");
        return new SharedSecrets(current, "".equals(previous) ? null : previous);
      }
    } catch (JsonException e) {
      // Told below: what the text holds instead is not for the log.
    }
    throw new IOException(
        "The secret begins with a brace, but is not {\"current\": \"...\", \"previous\": \"...\"}");
  }

  private static String withoutLineBreaks(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "SharedSecrets[]";
  }
}
