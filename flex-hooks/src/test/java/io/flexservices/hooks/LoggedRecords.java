package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.records.MemoryRecords;
import io.flexservices.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Services in memory that remember their calls in the form of the recorded vectors. */
public final class LoggedRecords {
  private final List<Object> calls = new CopyOnWriteArrayList<>();
  private Services services = Services.none();

  private LoggedRecords() {}

  /** Services by their names, each with a list of records whose id is {@code id}. */
  @SuppressWarnings("unchecked") // that is what vectors hold
  public static LoggedRecords of(Map<String, ?> records) {
    LoggedRecords logged = new LoggedRecords();
    records.forEach(
        (name, list) -> logged.add(name, MemoryRecords.of("id", (List<Map<String, Object>>) list)));
    return logged;
  }

  /** The services. */
  public Services services() {
    return services;
  }

  /** The calls so far: {@code {service, method, query}}. */
  public List<Object> calls() {
    return calls;
  }

  /** Marks a place among the calls. */
  public void mark(Object mark) {
    calls.add(mark);
  }

  /** The value with numbers as they are read from JSON. */
  public static Object plain(@Nullable Object value) {
    return requireNonNull(Json.parse(Json.text(value)));
  }

  private void add(String name, Records records) {
    services =
        services.withRecords(
            name,
            params -> {
              calls.add(plain(Map.of("service", name, "method", "find", "query", params.query())));
              return records.find(params);
            });
  }
}
