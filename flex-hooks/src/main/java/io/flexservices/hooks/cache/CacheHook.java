package io.flexservices.hooks.cache;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook.AsyncHook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookUsage;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.internal.Turn;
import io.flexservices.hooks.loader.ValueCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** See {@link Caches#cache}. */
final class CacheHook implements AsyncHook {
  private final RecordCache cache;
  private final @Nullable String keyField;

  CacheHook(RecordCache cache, @Nullable String keyField) {
    this.cache = cache;
    this.keyField = keyField;
  }

  @Override
  public @Nullable CompletionStage<?> start(HookContext context) {
    HookUsage.checkContext(context, List.of(HookStage.BEFORE, HookStage.AFTER), List.of(), "cache");
    if (context.stage() == HookStage.BEFORE) {
      before(context);
    } else {
      after(context);
    }
    return null;
  }

  private void before(HookContext context) {
    switch (context.method()) {
      case GET -> read(context);
      case UPDATE, PATCH -> evict(context);
      case FIND, CREATE, REMOVE -> {}
    }
  }

  private void read(HookContext context) {
    Object id = context.id();
    if (id == null || context.hasResult() || hasQuery(context)) {
      return;
    }
    ValueCache.Kept kept = cache.get(id, context);
    if (kept != null && kept.value() != null) {
      context.setResult(kept.value());
      isFromCache().set(true);
    }
  }

  private void after(HookContext context) {
    if (isFromCache().get()) {
      return;
    }
    HookMethod method = context.method();
    if (method != HookMethod.FIND && method != HookMethod.GET) {
      evict(context);
    }
    if (method != HookMethod.REMOVE && !hasSelection(context)) {
      keep(context);
    }
  }

  /**
   * Whether the call's result came out of this cache. It must not be put back, or a record that is
   * read often would never grow old. The call's turn remembers it: params travel to other calls.
   */
  private AtomicBoolean isFromCache() {
    return requireNonNull(Turn.current()).state(cache, AtomicBoolean::new);
  }

  private void keep(HookContext context) {
    String field = keyField(context);
    for (Map<String, @Nullable Object> record : context.records()) {
      Object id = id(record, field);
      if (id != null) {
        cache.put(id, record, context);
      }
    }
  }

  /** Forgets what a write is about; all, where that cannot be told. */
  private void evict(HookContext context) {
    List<Object> ids = new ArrayList<>();
    boolean isKnown = addIds(ids, context.items(), keyField(context));
    Object id = context.id();
    if (id != null) {
      ids.add(id);
    }
    if (isKnown || id != null) {
      cache.evictAll(ids);
    } else {
      cache.clear();
    }
  }

  /** Whether every item has an id. */
  private static boolean addIds(List<Object> ids, @Nullable Object items, @Nullable String field) {
    if (items instanceof List<?> list) {
      boolean isKnown = true;
      for (Object item : list) {
        isKnown &= addIds(ids, item, field);
      }
      return isKnown;
    }
    Object id = items instanceof Map<?, ?> record ? id(record, field) : null;
    return id != null && ids.add(id);
  }

  private @Nullable String keyField(HookContext context) {
    if (keyField != null) {
      return keyField;
    }
    Records service = context.service();
    return service == null ? null : service.idField();
  }

  private static @Nullable Object id(Map<?, ?> record, @Nullable String field) {
    if (field != null) {
      return record.get(field);
    }
    return record.get(record.containsKey("_id") ? "_id" : "id");
  }

  private static boolean hasQuery(HookContext context) {
    return context.params().hasQuery() && !context.params().query().isEmpty();
  }

  private static boolean hasSelection(HookContext context) {
    return context.params().hasQuery() && context.params().query().get("$select") != null;
  }
}
