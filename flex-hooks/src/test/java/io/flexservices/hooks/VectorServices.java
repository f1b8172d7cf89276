package io.flexservices.hooks;

import io.flexservices.hooks.records.MemoryRecords;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The services of a vector, in memory, which remember who called them with what. */
public final class VectorServices {
  private final List<Map<String, @Nullable Object>> calls = new ArrayList<>();
  private Services services = Services.none();

  /** No services yet. */
  public VectorServices() {}

  /** Adds a service that holds those records, with the field {@code id} for their ids. */
  public VectorServices with(String name, List<Map<String, @Nullable Object>> records) {
    services = services.withRecords(name, new Logged(name, MemoryRecords.of("id", records)));
    return this;
  }

  /** The services. */
  public Services services() {
    return services;
  }

  /** The calls in the vectors' form; those that look up one record are not counted. */
  public synchronized List<Map<String, @Nullable Object>> calls() {
    return List.copyOf(calls);
  }

  private synchronized void log(String service, String method, HookParams params) {
    Map<String, @Nullable Object> call = new LinkedHashMap<>();
    call.put("service", service);
    call.put("method", method);
    call.put("query", JsonObject.of(params.query()).toMap());
    calls.add(call);
  }

  private final class Logged implements Records {
    private final String name;
    private final Records records;

    Logged(String name, Records records) {
      this.name = name;
      this.records = records;
    }

    @Override
    public String idField() {
      return records.idField();
    }

    @Override
    public CompletionStage<List<Map<String, @Nullable Object>>> find(HookParams params) {
      log(name, "find", params);
      return records.find(params);
    }

    @Override
    public CompletionStage<Map<String, @Nullable Object>> get(Object id, HookParams params) {
      return records.get(id, params);
    }

    @Override
    public CompletionStage<@Nullable Object> patch(
        @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
      log(name, "patch", params);
      return records.patch(id, data, params);
    }
  }
}
