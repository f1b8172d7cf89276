package io.flexservices.conformance.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.records.MemoryRecords;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The services of a vector, in memory, and the calls that reached them. */
final class RecordedServices {
  private final Map<String, Records> services = new LinkedHashMap<>();
  private final List<Map<String, Object>> calls = new ArrayList<>();

  RecordedServices(@Nullable JsonObject recorded) {
    JsonObject present = recorded == null ? JsonObject.empty() : recorded;
    for (String name : present.names()) {
      services.put(name, new Recorded(name, records(present, name)));
    }
  }

  /** The services by their names. */
  Services services() {
    Services known = Services.none();
    for (Map.Entry<String, Records> service : services.entrySet()) {
      known = known.withRecords(service.getKey(), service.getValue());
    }
    return known;
  }

  Records service(String name) {
    Records known = services.get(name);
    if (known == null) {
      throw new IllegalArgumentException("The vector has no service " + name);
    }
    return known;
  }

  /** The calls so far, but for lookups of one record, which are a hook's own. */
  List<Map<String, Object>> calls() {
    return calls;
  }

  private static Records records(JsonObject present, String name) {
    List<Map<String, Object>> records = new ArrayList<>();
    requireNonNull(present.array(name)).objects().forEach(record -> records.add(record.toMap()));
    boolean hasKinveyIds = !records.isEmpty() && records.get(0).containsKey("_id");
    return MemoryRecords.of(hasKinveyIds ? "_id" : "id", records);
  }

  /** Marks that another run begins. */
  void beginRun(int number) {
    calls.add(new LinkedHashMap<>(Map.of("run", number)));
  }

  /** Records that write down the calls which reach them. */
  private final class Recorded implements Records {
    private final String name;
    private final Records records;

    Recorded(String name, Records records) {
      this.name = name;
      this.records = records;
    }

    @Override
    public String idField() {
      return records.idField();
    }

    @Override
    public CompletionStage<List<Map<String, Object>>> find(HookParams params) {
      record("find", params);
      return records.find(params);
    }

    @Override
    public CompletionStage<Map<String, Object>> get(Object id, HookParams params) {
      return records.get(id, params);
    }

    @Override
    public CompletionStage<Object> patch(
        @Nullable Object id, Map<String, Object> data, HookParams params) {
      record("patch", params);
      return records.patch(id, data, params);
    }

    private void record(String method, HookParams params) {
      Map<String, Object> call = new LinkedHashMap<>();
      call.put("service", name);
      call.put("method", method);
      call.put("query", JsonObject.of(params.query()).toMap());
      calls.add(call);
    }
  }
}
