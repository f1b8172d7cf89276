package io.flexservices.hooks.queries;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.internal.PlainObjects;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes params out of the query that carried them. */
record ParamsFromClient(ContextValue<? extends Collection<String>> names) implements Hook {
  private static final String QUERY = "query";
  private static final String CLIENT = "$client";

  @Override
  public void run(HookContext context) throws Exception {
    HookParams params = context.params();
    Object sent = params.hasQuery() ? params.query().get(CLIENT) : null;
    if (sent instanceof Map<?, ?> client) {
      for (String name : names.of(context)) {
        if (client.containsKey(name)) {
          params.set(name, client.get(name));
        }
      }
    }
    if (sent instanceof Map<?, ?> || sent instanceof List<?>) {
      Map<String, @Nullable Object> rest = new LinkedHashMap<>(params.query());
      rest.remove(CLIENT);
      params.setQuery(rest);
    }
  }

  /** Params that carry members in their query; no names stand for all. */
  static HookParams undo(HookParams params, List<String> names) {
    HookParams sent = new HookParams();
    if (params.hasQuery()) {
      sent.setQuery(new LinkedHashMap<>(params.query()));
    }
    Map<String, @Nullable Object> client = new LinkedHashMap<>();
    if (sent.query().get(CLIENT) instanceof Map<?, ?> present) {
      client.putAll(PlainObjects.of(present));
    }
    params
        .asMap()
        .forEach(
            (name, value) -> {
              if (!name.equals(QUERY) && (names.isEmpty() || names.contains(name))) {
                client.put(name, value);
              }
            });
    sent.query().put(CLIENT, client);
    return sent;
  }
}
