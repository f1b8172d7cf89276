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
    HookContext context = run(join);
    for (int run = 2; run <= (times == null ? 1 : times); run++) {
      services.beginRun(run);
      context = run(join);
    }
    return VectorRun.outcome(context);
  }

  private HookContext run(Hook join) throws Exception {
    HookContext context = VectorRun.context(requireNonNull(vector.object("context")), services);
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
