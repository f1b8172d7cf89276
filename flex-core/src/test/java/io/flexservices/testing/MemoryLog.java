package io.flexservices.testing;

import io.flexservices.json.JsonObject;
import io.flexservices.log.LogSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the lines of a log. */
public final class MemoryLog implements LogSink {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void write(String line) {
    lines.add(line);
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  public List<JsonObject> records() {
    return lines.stream().map(JsonObject::parse).toList();
  }

  public List<Object> messages() {
    return records().stream().map(line -> line.value("message")).toList();
  }
}
