package io.flexservices.hooks.join;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.internal.CallQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Populate#populate(PopulateOptions) populate} joins. A value: every method returns
 * another one; safe to share between threads.
 *
 * @param schema what is joined, found anew for each call; null, which it should not give, is
 *     refused
 * @param checkPermissions who may have what; asked only where a schema or an include names
 *     permissions
 * @param profile whether every record that something was joined to says in {@code _elapsed} how
 *     many nanoseconds that took, by the places of the includes and in {@code total}
 * @param clock the nanoseconds for that, as {@link System#nanoTime} gives them
 * @param callLimit how many calls of services one run may have under way; others wait for their
 *     turn
 */
public record PopulateOptions(
    ContextValue<? extends @Nullable PopulateSchema> schema,
    PermissionCheck checkPermissions,
    boolean profile,
    LongSupplier clock,
    int callLimit) {
  /** Whether a call may have records joined. Called on the join's thread: it must not block. */
  @FunctionalInterface
  public interface PermissionCheck {
    /**
     * Whether this call may.
     *
     * @param service whose records would be joined; at depth 0 the service of the hook itself
     * @param permissions what the schema or the include says of permissions
     * @param depth 0 for the schema, 1 for what it includes, 2 for what that includes, and so on
     * @throws Exception anything; it ends the call as a failing hook does
     */
    boolean allows(HookContext context, String service, Object permissions, int depth)
        throws Exception;
  }

  /** Checks the arguments. */
  public PopulateOptions {
    requireNonNull(schema, "schema == null");
    requireNonNull(checkPermissions, "checkPermissions == null");
    requireNonNull(clock, "clock == null");
    if (callLimit < 1) {
      throw new IllegalArgumentException("callLimit < 1: " + callLimit);
    }
  }

  /** That schema for every call, open to everybody, without a profile, 64 calls at once. */
  public static PopulateOptions of(PopulateSchema schema) {
    requireNonNull(schema, "schema == null");
    return of((HookContext context) -> schema);
  }

  /** As {@link #of(PopulateSchema)}, with a schema that depends on the call. */
  public static PopulateOptions of(ContextValue<? extends @Nullable PopulateSchema> schema) {
    return new PopulateOptions(
        schema,
        (context, service, permissions, depth) -> true,
        false,
        System::nanoTime,
        CallQueue.DEFAULT_LIMIT);
  }

  /** With a check of the permissions that schema and includes name. */
  public PopulateOptions withCheckPermissions(PermissionCheck check) {
    return new PopulateOptions(schema, check, profile, clock, callLimit);
  }

  /** With how long joins took, or without. */
  public PopulateOptions withProfile(boolean wanted) {
    return new PopulateOptions(schema, checkPermissions, wanted, clock, callLimit);
  }

  /** With another clock for the profile. */
  public PopulateOptions withClock(LongSupplier nanoseconds) {
    return new PopulateOptions(schema, checkPermissions, profile, nanoseconds, callLimit);
  }

  /**
   * With at most so many calls of services under way.
   *
   * @throws IllegalArgumentException where that is fewer than one
   */
  public PopulateOptions withCallLimit(int limit) {
    return new PopulateOptions(schema, checkPermissions, profile, clock, limit);
  }
}
