package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One recorded case of the reference: hooks, a context, and what becomes of it. */
public record HookVector(JsonObject json) {
  /** The cases of a file among the test resources. */
  public static List<HookVector> of(String file) {
    try (InputStream text = HookVector.class.getResourceAsStream("/hooks/" + file)) {
      Object cases = Json.parse(requireNonNull(text, file).readAllBytes());
      return JsonArray.of((List<?>) requireNonNull(cases)).objects().map(HookVector::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The calls that make the hooks: lists of a name and arguments. */
  public List<?> hooks() {
    return requireNonNull(json.array("hooks")).asList();
  }

  /** The services that it comes with. */
  public VectorServices services() {
    VectorServices services = new VectorServices();
    JsonObject held = json.has("services") ? json.object("services") : JsonObject.empty();
    for (String name : requireNonNull(held).names()) {
      Stream<JsonObject> records = requireNonNull(held.array(name)).objects();
      services.with(name, records.map(JsonObject::toMap).toList());
    }
    return services;
  }

  /** The context that the hooks work on. */
  public HookContext context(Services services) {
    JsonObject given = requireNonNull(json.object("context"));
    HookContext context =
        HookContext.of(
                HookStage.valueOf(upper(given, "type")),
                HookMethod.valueOf(upper(given, "method")),
                requireNonNull(given.string("path")))
            .params(new HookParams(given.has("params") ? object(given, "params") : Map.of()))
            .services(services)
            .id(given.value("id"))
            .data(given.toMap().get("data"))
            .build();
    if (given.has("result")) {
      context.setResult(given.toMap().get("result"));
    }
    return context;
  }

  /** Runs the hooks, and checks what becomes of the context. */
  public void check(Hook hook) {
    VectorServices services = services();
    HookContext context = context(services.services());
    Map<String, @Nullable Object> actual = outcome(hook, context);
    assertThat(Texts.plain(actual)).isEqualTo(Texts.plain(object(json, "expected")));
    if (Boolean.TRUE.equals(json.bool("logCalls"))) {
      assertThat(Texts.plain(services.calls())).isEqualTo(json.toMap().get("calls"));
    }
  }

  @Override
  public String toString() {
    return String.valueOf(json.string("name"));
  }

  private static Map<String, @Nullable Object> outcome(Hook hook, HookContext context) {
    Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
    try {
      hook.run(context);
    } catch (Exception e) {
      outcome.put("error", described(e));
      return outcome;
    }
    if (context.data() != null) {
      outcome.put("data", context.data());
    }
    if (context.hasResult()) {
      outcome.put("result", context.result());
    }
    outcome.put("params", context.params().asMap());
    return outcome;
  }

  private static Map<String, @Nullable Object> described(Exception thrown) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("name", "Error");
    error.put("message", thrown.getMessage());
    if (thrown instanceof HookException refusal) {
      error.put("name", refusal.kind().documentName());
      error.put("code", refusal.kind().code());
    }
    return error;
  }

  private static Map<String, @Nullable Object> object(JsonObject holder, String name) {
    return requireNonNull(holder.object(name)).toMap();
  }

  private static String upper(JsonObject holder, String name) {
    return requireNonNull(holder.string(name)).toUpperCase(Locale.ROOT);
  }
}
