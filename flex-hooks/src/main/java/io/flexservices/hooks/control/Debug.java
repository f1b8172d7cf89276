package io.flexservices.hooks.control;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.internal.Paths;
import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.Throwables;
import io.flexservices.log.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows what a context holds. */
record Debug(Consumer<? super String> sink, String label, List<String> paramNames) implements Hook {
  private static final int LONGEST_TEXT = 16_384;

  Debug {
    requireNonNull(sink, "sink == null");
    requireNonNull(label, "label == null");
  }

  @Override
  public void run(HookContext context) {
    sink.accept(text(context));
  }

  private String text(HookContext context) {
    try {
      return Json.excerpt(shown(context), Redaction.SECRETS, LONGEST_TEXT).text();
    } catch (JsonException | IllegalStateException e) { // the latter without jackson-databind
      return Redaction.SECRETS.shown(label) + ": " + context + ", with values without a JSON form";
    }
  }

  private Map<String, @Nullable Object> shown(HookContext context) {
    HookParams params = context.params();
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("label", label);
    shown.put("type", context.stage().documentName());
    shown.put("method", context.method().documentName());
    shown.put("path", context.path());
    if (context.method() != HookMethod.FIND && context.method() != HookMethod.CREATE) {
      shown.put("id", context.id());
    }
    putIfPresent(shown, "data", context.data());
    putIfPresent(shown, "query", params.hasQuery() ? params.query() : null);
    putIfPresent(shown, "result", context.result());
    shown.put("params props", List.copyOf(new TreeSet<>(params.asMap().keySet())));
    for (String name : paramNames) {
      shown.put("params." + name, Paths.getOrNull(params.asMap(), name));
    }
    Throwable error = context.error();
    putIfPresent(shown, "error", error == null ? null : Throwables.summary(error));
    return shown;
  }

  private static void putIfPresent(
      Map<String, @Nullable Object> shown, String name, @Nullable Object value) {
    if (value != null) {
      shown.put(name, value);
    }
  }
}
