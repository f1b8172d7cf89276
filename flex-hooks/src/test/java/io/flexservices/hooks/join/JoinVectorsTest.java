package io.flexservices.hooks.join;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.LoggedRecords;
import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reference's fastJoin was seen to do is done here, calls included. */
class JoinVectorsTest {
  record Vector(JsonObject json) {
    @Override
    public String toString() {
      return requireNonNull(json.string("name"));
    }
  }

  static Stream<Vector> vectors() throws IOException {
    try (InputStream in = JoinVectorsTest.class.getResourceAsStream("/hooks/hooks-fastjoin.json")) {
      List<?> vectors = (List<?>) requireNonNull(Json.parse(requireNonNull(in).readAllBytes()));
      return JsonArray.of(vectors).objects().map(Vector::new);
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void agreesWithTheReference(Vector vector) throws Exception {
    JsonObject json = vector.json();
    LoggedRecords services = LoggedRecords.of(requireNonNull(json.object("services")).toMap());
    Hook join = join(requireNonNull(json.object("fastJoin")));
    long times = json.has("times") ? requireNonNull(json.integer("times")) : 1;
    HookContext context = context(json, services);
    for (int run = 1; run <= times; run++) {
      if (run > 1) {
        services.mark(Map.of("run", (long) run));
        context = context(json, services);
      }
      join.start(context).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
    JsonObject expected = requireNonNull(json.object("expected"));
    assertThat(LoggedRecords.plain(context.result())).isEqualTo(expected.toMap().get("result"));
    assertThat(LoggedRecords.plain(context.params().asMap()))
        .isEqualTo(expected.toMap().get("params"));
    assertThat(services.calls())
        .containsExactlyInAnyOrderElementsOf(requireNonNull(json.array("calls")).toList());
  }

  private static Hook join(JsonObject options) {
    Resolvers resolvers =
        switch (requireNonNull(options.string("resolvers"))) {
          case "plain" -> GuideResolvers.plain();
          case "batched" -> GuideResolvers.batched();
          case "cached" -> GuideResolvers.cached();
          default -> throw new AssertionError("unknown resolvers in " + options);
        };
    return FastJoin.fastJoin(
        resolvers, options.has("query") ? requireNonNull(options.object("query")).toMap() : null);
  }

  private static HookContext context(JsonObject json, LoggedRecords services) {
    JsonObject given = requireNonNull(json.object("context"));
    HookContext context =
        HookContext.of(
                HookStage.valueOf(upper(given, "type")),
                HookMethod.valueOf(upper(given, "method")),
                requireNonNull(given.string("path")))
            .params(new HookParams(requireNonNull(given.object("params")).toMap()))
            .services(services.services())
            .build();
    context.setResult(given.toMap().get("result"));
    return context;
  }

  private static String upper(JsonObject json, String name) {
    return requireNonNull(json.string(name)).toUpperCase(Locale.ROOT);
  }
}
