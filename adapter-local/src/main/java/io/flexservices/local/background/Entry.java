package io.flexservices.local.background;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a line of the journal says; one JSON object each. */
final class Entry {
  private Entry() {}

  static byte[] kept(Work work) {
    Map<String, Object> entry = of("kept", work);
    entry.put("name", work.name());
    entry.put("due", work.due().toEpochMilli());
    entry.put("attempts", work.attempts());
    entry.put("event", work.event());
    return line(entry);
  }

  static byte[] begun(Work work) {
    Map<String, Object> entry = of("begun", work);
    entry.put("attempt", work.attempts());
    return line(entry);
  }

  static byte[] done(Work work) {
    return line(of("done", work));
  }

  static byte[] givenUp(Work work) {
    return line(of("givenUp", work));
  }

  /**
   * Applies a line to the work that was left before it.
   *
   * @throws JsonException where it is no entry
   */
  static void apply(String line, Map<String, Work> left) {
    JsonObject entry = JsonObject.parse(line);
    String id = text(entry, "id");
    switch (text(entry, "entry")) {
      case "kept" -> left.put(id, work(id, entry));
      case "begun" -> {
        int attempt = (int) number(entry, "attempt");
        left.computeIfPresent(id, (same, work) -> work.begun(attempt));
      }
      case "done", "givenUp" -> left.remove(id);
      default -> throw new JsonException("no such entry: " + entry.string("entry"));
    }
  }

  private static Work work(String id, JsonObject entry) {
    return new Work(
        id,
        text(entry, "name"),
        Instant.ofEpochMilli(number(entry, "due")),
        text(entry, "event"),
        (int) number(entry, "attempts"));
  }

  private static String text(JsonObject entry, String name) {
    String value = entry.string(name);
    if (value == null) {
      throw new JsonException("it has no " + name);
    }
    return value;
  }

  private static long number(JsonObject entry, String name) {
    Long value = entry.integer(name);
    if (value == null) {
      throw new JsonException("it has no " + name);
    }
    return value;
  }

  private static Map<String, Object> of(String what, Work work) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("entry", what);
    entry.put("id", work.id());
    return entry;
  }

  private static byte[] line(Map<String, Object> entry) {
    return (Json.text(entry) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
