package io.flexservices.hooks.join;

import io.flexservices.hooks.HookContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a record what belongs to it.
 *
 * <pre>{@code
 * (arguments, post, context) ->
 *     context.loaders().<Map<String, Object>>get("user.id")
 *         .load(post.get("userId"))
 *         .thenApply(user -> post.put("author", user))
 * }</pre>
 *
 * <p>Called once for each record, one resolver of a call at a time, on any thread. It should not
 * block: it returns the stage of what takes time. What it makes of a loader's future, or of what a
 * service that the context gives has found, takes its turn with the other resolvers; other stages
 * are brought into the turn by {@link HookContext#inTurn(java.util.concurrent.CompletionStage)}.
 */
@FunctionalInterface
public interface Resolver {
  /**
   * Changes the record.
   *
   * @param arguments what the query says
   * @return a value or a {@link java.util.concurrent.CompletionStage} of one: the records, one or a
   *     list, that the joins inside this one go on with. Null for none; without joins inside it
   *     does not matter
   * @throws Exception anything; it ends the call as a failing hook does, as does a failed stage
   */
  @Nullable Object resolve(
      Arguments arguments, Map<String, @Nullable Object> record, HookContext context)
      throws Exception;

  /** A resolver without arguments. */
  @FunctionalInterface
  interface Plain {
    /**
     * Changes the record. As {@link Resolver#resolve}.
     *
     * @throws Exception anything
     */
    @Nullable Object resolve(Map<String, @Nullable Object> record, HookContext context)
        throws Exception;
  }
}
