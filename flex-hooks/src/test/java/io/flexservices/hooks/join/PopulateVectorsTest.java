package io.flexservices.hooks.join;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reference was seen to do is done here: results, errors and calls. */
class PopulateVectorsTest {
  record Vector(JsonObject json) {
    @Override
    public String toString() {
      return requireNonNull(json.string("name"));
    }
  }

  static Stream<Vector> vectors() throws IOException {
    try (InputStream in =
        requireNonNull(
            PopulateVectorsTest.class.getResourceAsStream("/vectors/hooks-populate.json"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return JsonArray.of((List<?>) requireNonNull(Json.parse(text))).objects().map(Vector::new);
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void agreeWithTheReference(Vector vector) throws Exception {
    JsonObject json = vector.json();
    LoggedServices services = services(json);
    HookContext context = context(requireNonNull(json.object("context")), services);
    JsonObject expected = requireNonNull(json.object("expected"));
    JsonObject error = expected.object("error");

    if (error == null) {
      run(json, context);
      assertThat(plain(context.result())).isEqualTo(expected.value("result"));
      assertThat(plain(context.params().asMap())).isEqualTo(expected.value("params"));
    } else {
      HookException refused = catchThrowableOfType(HookException.class, () -> run(json, context));
      assertThat(refused.kind().documentName()).isEqualTo(error.string("name"));
      assertThat(refused).hasMessage(error.string("message"));
      assertThat((long) refused.kind().code()).isEqualTo(error.integer("code"));
    }
    assertThat(plain(services.asVector())).isEqualTo(json.value("calls"));
  }

  private static void run(JsonObject vector, HookContext context) throws Exception {
    for (Object hook : requireNonNull(vector.array("hooks"))) {
      JsonObject arguments =
          requireNonNull((JsonObject) ((JsonArray) requireNonNull(hook)).value(1));
      JsonArray allowed = arguments.array("$allow");
      JsonObject schema = requireNonNull(arguments.object("schema"));
      PopulateOptions options =
          PopulateOptions.of(PopulateSchema.fromJson(schema.toMap()))
              .checkPermissions(
                  (call, service, permissions, depth) ->
                      allowed == null || allowed.toList().contains(permissions));
      Populate.populate(options).run(context);
    }
  }

  private static HookContext context(JsonObject json, LoggedServices services) {
    HookContext context =
        HookContext.of(
                HookStage.valueOf(upper(json, "type")),
                HookMethod.valueOf(upper(json, "method")),
                requireNonNull(json.string("path")))
            .params(new HookParams(requireNonNull(json.object("params")).toMap()))
            .services(services.services())
            .build();
    context.setResult(json.toMap().get("result"));
    return context;
  }

  private static String upper(JsonObject json, String name) {
    return requireNonNull(json.string(name)).toUpperCase(Locale.ROOT);
  }

  private static LoggedServices services(JsonObject vector) {
    LoggedServices services = new LoggedServices();
    JsonObject all = requireNonNull(vector.object("services"));
    for (String name : all.names()) {
      List<Map<String, @Nullable Object>> records =
          requireNonNull(all.array(name)).objects().map(JsonObject::toMap).toList();
      String idField = records.stream().anyMatch(one -> one.containsKey("_id")) ? "_id" : "id";
      services.with(name, idField, records);
    }
    return services;
  }

  /** As it comes back from JSON, so that numbers are of the same classes. */
  private static @Nullable Object plain(@Nullable Object value) {
    return JsonObject.of(Map.of("v", requireNonNull(Json.parse(Json.text(value))))).value("v");
  }
}
