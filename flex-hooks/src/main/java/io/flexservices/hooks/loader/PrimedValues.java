package io.flexservices.hooks.loader;

import io.flexservices.hooks.HookContext;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a loader without a cacheMap was primed with outside of any call: for all calls alike. */
final class PrimedValues implements ValueCache {
  private final Map<Object, Kept> values = new ConcurrentHashMap<>();

  @Override
  public @Nullable Kept get(Object key, HookContext context) {
    Kept kept = values.get(key);
    return kept == null ? null : copy(kept);
  }

  @Override
  public void put(Object key, @Nullable Object value, HookContext context) {
    values.put(key, copy(new Kept(value)));
  }

  @Override
  public void remove(Object key, HookContext context) {
    values.remove(key);
  }

  @Override
  public void clear(HookContext context) {
    values.clear();
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static Kept copy(Kept kept) {
    if (kept.value() instanceof Map<?, ?> object) {
      return new Kept(JsonObject.of((Map<String, ?>) object).toMap());
    }
    return kept.value() instanceof List<?> list ? new Kept(JsonArray.of(list).toList()) : kept;
  }
}
