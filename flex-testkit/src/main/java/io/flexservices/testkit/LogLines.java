package io.flexservices.testkit;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.log.LogSink;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps log lines, from any thread, as the objects that they are. */
final class LogLines implements LogSink {
  private final List<JsonObject> lines = new CopyOnWriteArrayList<>();

  @Override
  @SuppressWarnings("unchecked") // a line is a JSON object, whose names are strings
  public void write(String line) {
    lines.add(JsonObject.of((Map<String, ?>) requireNonNull(Json.parse(line))));
  }

  List<JsonObject> all() {
    return List.copyOf(lines);
  }
}
