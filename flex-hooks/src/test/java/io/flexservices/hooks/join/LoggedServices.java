package io.flexservices.hooks.join;

import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.records.MemoryRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Services over records in memory that remember who called them with what. */
final class LoggedServices {
  /** One call; the params as they were when it was made. */
  record Call(String service, HookParams params) {}

  private final List<Call> calls = new ArrayList<>();
  private Services services = Services.none();

  LoggedServices with(String name, String idField, Collection<? extends Map<String, ?>> records) {
    return with(name, MemoryRecords.of(idField, records));
  }

  LoggedServices with(String name, Records records) {
    services =
        services.withRecords(
            name,
            params -> {
              synchronized (calls) {
                calls.add(new Call(name, params.copy()));
              }
              return records.find(params);
            });
    return this;
  }

  Services services() {
    return services;
  }

  List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** The queries that a service was called with. */
  List<Map<String, @Nullable Object>> queries(String service) {
    return calls().stream()
        .filter(call -> call.service().equals(service))
        .map(call -> call.params().query())
        .collect(Collectors.toList());
  }
}
