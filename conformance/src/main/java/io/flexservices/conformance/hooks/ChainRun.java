package io.flexservices.conformance.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hooks that run one after the other on a context. */
record ChainRun(JsonObject vector, RecordedServices services) implements VectorRun {
  @Override
  public Map<String, @Nullable Object> outcome() throws Exception {
    JsonObject json = requireNonNull(vector.object("context"));
    HookContext context = VectorRun.context(json, services);
    Hook.combine(NamedHooks.hooks(requireNonNull(vector.array("hooks")))).run(context);
    return VectorRun.outcome(context, json);
  }
}
