package io.flexservices.log;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import io.flexservices.json.JsonExcerpt;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a record: one JSON object without line breaks, without secrets, and of a size that
 * the platforms take whole. Lambda and Cloud Logging take 256 KB; what is longer they cut, and then
 * it is no JSON any more.
 */
final class LogLine {
  private static final int LINE_BYTES = 200_000;

  /** Of a text, which may grow sixfold by escapes. */
  private static final int TEXT_CHARACTERS = 20_000;

  /** Of a value's JSON, which may grow twofold when it becomes a text itself. */
  private static final int VALUE_BYTES = 60_000;

  private LogLine() {}

  static String of(Map<String, @Nullable Object> line) {
    JsonExcerpt text;
    try {
      text = excerpt(line, LINE_BYTES);
    } catch (Exception | StackOverflowError e) {
      // The message has no JSON form; a log call must not fail its caller.
      line.put("message", words(message(line)));
      text = excerpt(line, LINE_BYTES);
    }
    if (!text.isWhole()) {
      shorten(line);
      text = excerpt(line, Integer.MAX_VALUE);
    }
    return onOneLine(text.text());
  }

  private static void shorten(Map<String, @Nullable Object> line) {
    line.put("message", beginning(message(line)) + " ... cut, it is too long for a log");
    line.computeIfPresent("stack", (name, stack) -> start(stack.toString()));
  }

  private static String beginning(Object message) {
    return message instanceof CharSequence text
        ? start(text.toString())
        : excerpt(message, VALUE_BYTES).text();
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), TEXT_CHARACTERS));
  }

  private static JsonExcerpt excerpt(Object value, int limit) {
    return Json.excerpt(value, Redaction.SECRETS, limit);
  }

  /** JSON lets these stand in its texts, and readers of lines take them for ends of lines. */
  private static String onOneLine(String text) {
    return text.replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
        .replace("\u0085", "\\u0085");
  }

  private static Object message(Map<String, @Nullable Object> line) {
    return requireNonNull(line.get("message"));
  }

  private static String words(Object message) {
    try {
      return String.valueOf(message);
    } catch (Exception | StackOverflowError e) {
      return "A message of " + message.getClass().getName() + " that cannot be printed";
    }
  }
}
