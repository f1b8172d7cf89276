package io.flexservices.conformance.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.join.FastJoin;
import io.flexservices.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** fastJoin by one of the fixed sets of resolvers, once or several times. */
record JoinRun(JsonObject vector, RecordedServices services) implements VectorRun {
  @Override
  public Map<String, @Nullable Object> outcome() throws Exception {
    Hook join = join(requireNonNull(vector.object("fastJoin")));
    Long times = vector.integer("times");
    JsonObject json = requireNonNull(vector.object("context"));
    HookContext context = run(join, json);
    for (int run = 2; run <= (times == null ? 1 : times); run++) {
      services.beginRun(run);
      context = run(join, json);
    }
    return VectorRun.outcome(context, json);
  }

  private HookContext run(Hook join, JsonObject json) throws Exception {
    HookContext context = VectorRun.context(json, services);
    join.run(context);
    return context;
  }

  private static Hook join(JsonObject options) {
    JsonObject query = options.object("query");
    return FastJoin.fastJoin(
        FixtureResolvers.named(requireNonNull(options.string("resolvers"))),
        query == null ? null : query.toMap());
  }
}
