package io.flexservices.hooks.join;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.internal.Paths;
import io.flexservices.hooks.internal.PlainObjects;
import io.flexservices.hooks.internal.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts records that go with a record into it, as a schema says, to any depth: {@code populate}; and
 * takes them out again: {@code dePopulate}.
 *
 * <pre>{@code
 * HookSet users = HookSet.none()
 *     .before(HookMethod.PATCH, dePopulate())
 *     .after(populate(PopulateSchema.of(
 *         Include.of("roles").nameAs("role").parentField("roleId").childField("_id"))));
 * }</pre>
 *
 * <p>One call of a service is made for each record and include; {@code fastJoin} gets by with one
 * for each include. The calls of all records are made side by side, but no more than {@link
 * PopulateOptions#callLimit} at once: over REST, each that is under way holds a thread. (The
 * runtime itself has no more calls under way than its {@code handlerLimit}, as long as handlers
 * start them; those that follow from the answer of another call, as the deeper ones of a schema do,
 * it runs at once, so that no call ever waits for one behind it.) No thread waits for any of them.
 *
 * <p>A record gets the places where something was put in {@code _include}, and with a profile how
 * long it took in {@code _elapsed}. The first failure ends the join and is that of the hook; what
 * the schema does not allow is a 400, with the message of the hook documents. A record in the items
 * that is no object is passed over.
 */
public final class Populate {
  /** The member that names where records were put. */
  static final String INCLUDE = "_include";

  /** The member that says how long that took. */
  static final String ELAPSED = "_elapsed";

  /** The member that names what was computed, by whatever computes. */
  static final String COMPUTED = "_computed";

  /** What {@link HookParams#POPULATE} says in calls whose records must not be joined again. */
  static final String SKIP = "skip";

  private Populate() {}

  /** A hook that joins by that schema, for everybody. */
  public static Hook populate(PopulateSchema schema) {
    return populate(PopulateOptions.of(schema));
  }

  /** A hook that joins by a schema that depends on the call. */
  public static Hook populate(ContextValue<? extends @Nullable PopulateSchema> schema) {
    return populate(PopulateOptions.of(schema));
  }

  /** A hook that joins as the options say. */
  public static Hook populate(PopulateOptions options) {
    requireNonNull(options, "options == null");
    return Hook.async(
        (HookContext context) ->
            SKIP.equals(context.params().get(HookParams.POPULATE))
                ? CompletableFuture.completedStage(null)
                : run(context, options));
  }

  /** Hooks run in their call's turn, so there is one. */
  private static CompletionStage<?> run(HookContext context, PopulateOptions options)
      throws Exception {
    Turn turn = requireNonNull(Turn.current());
    return new PopulateRun(context, options, turn).start();
  }

  /**
   * A hook that takes out what {@link #populate} put in, and what is named in {@code _computed}: so
   * that a record that was joined may be written.
   */
  public static Hook dePopulate() {
    return dePopulate(record -> {});
  }

  /**
   * As {@link #dePopulate()}.
   *
   * @param before is given each record first, and may change it
   */
  public static Hook dePopulate(Consumer<Map<String, @Nullable Object>> before) {
    requireNonNull(before, "before == null");
    return context -> {
      Object items = context.items();
      if (items != null) {
        context.replaceItems(without(items, before));
      }
    };
  }

  private static @Nullable Object without(
      @Nullable Object items, Consumer<Map<String, @Nullable Object>> before) {
    if (items instanceof List<?> list) {
      List<@Nullable Object> plain = new ArrayList<>(list.size());
      list.forEach(item -> plain.add(without(item, before)));
      return plain;
    }
    if (!(items instanceof Map<?, ?> object)) {
      return items;
    }
    Map<String, @Nullable Object> record = PlainObjects.of(object);
    before.accept(record);
    return Paths.without(record, added(record));
  }

  private static List<String> added(Map<String, @Nullable Object> record) {
    List<String> added = new ArrayList<>(List.of(ELAPSED, COMPUTED, INCLUDE));
    for (String member : List.of(COMPUTED, INCLUDE)) {
      Object names = record.get(member);
      for (Object name : names instanceof List<?> list ? list : Collections.singletonList(names)) {
        if (name instanceof String path) {
          added.add(path);
        }
      }
    }
    return added;
  }
}
