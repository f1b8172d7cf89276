package io.flexservices.testkit;

import io.flexservices.json.JsonObject;
import io.flexservices.log.LogSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps log lines, from any thread, as the objects that they are. */
final class LogLines implements LogSink {
  private final List<JsonObject> lines = new CopyOnWriteArrayList<>();

  @Override
  public void write(String line) {
    lines.add(JsonObject.parse(line));
  }

  List<JsonObject> all() {
    return List.copyOf(lines);
  }
}
