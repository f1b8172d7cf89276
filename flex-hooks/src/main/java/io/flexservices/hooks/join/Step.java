package io.flexservices.hooks.join;

import io.flexservices.hooks.join.Resolvers.Named;
import io.flexservices.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resolver that a query chose, with its arguments and the steps for what it returns.
 *
 * @param inner null where what it returns is not joined further
 */
record Step(Resolver resolver, Arguments arguments, @Nullable List<Step> inner) {
  private static final String ARGS = "args";

  /**
   * The steps that a query chooses, in the order of the resolvers.
   *
   * @param query null, or what JavaScript takes for false, for all; else an object by names. Of
   *     anything else, and of names that there are not, nothing comes
   */
  static List<Step> of(Resolvers resolvers, @Nullable Object query) {
    boolean all = !Json.isTruthy(query);
    List<Step> steps = new ArrayList<>();
    for (Named join : resolvers.joins()) {
      Object chosen = query instanceof Map<?, ?> names ? names.get(join.name()) : null;
      if (all || Json.isTruthy(chosen)) {
        steps.add(of(join, all ? null : chosen));
      }
    }
    return steps;
  }

  private static Step of(Named join, @Nullable Object chosen) {
    Resolvers inner = join.inner();
    return new Step(join.resolver(), arguments(chosen), inner == null ? null : of(inner, chosen));
  }

  private static Arguments arguments(@Nullable Object chosen) {
    Object given = chosen instanceof Map<?, ?> named ? named.get(ARGS) : chosen;
    return given instanceof List<?> values
        ? new Arguments(new ArrayList<>(values))
        : Arguments.none();
  }
}
