package io.flexservices.hooks.kinvey;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.RecordsSource;
import io.flexservices.hooks.Services;
import org.jspecify.annotations.Nullable;

/**
 * Records that are read and written with hooks around it, as a service of its own name. A value:
 * every method returns another one.
 *
 * <pre>{@code
 * Services.none().with(
 *     "comments", Hooks.on("comments", collection("comments")).after(discard("email")));
 * }</pre>
 *
 * <p>The hooks see the params of the call as its caller gave them, and its request. Where nothing
 * else is said they know the services that the caller knows. What they set as {@code dispatch} is
 * for clients, and thus for nobody here.
 */
public final class HookedRecords implements RecordsSource {
  private final String name;
  private final RecordsSource source;
  private final HookSet hooks;
  private final @Nullable Services services;

  HookedRecords(String name, RecordsSource source, HookSet hooks, @Nullable Services services) {
    this.name = name;
    this.source = source;
    this.hooks = hooks;
    this.services = services;
  }

  /** With more hooks before all methods. */
  public HookedRecords before(Hook... more) {
    return hooks(hooks.before(more));
  }

  /** With more hooks before one method. */
  public HookedRecords before(HookMethod method, Hook... more) {
    return hooks(hooks.before(method, more));
  }

  /** With more hooks after all methods. */
  public HookedRecords after(Hook... more) {
    return hooks(hooks.after(more));
  }

  /** With more hooks after one method. */
  public HookedRecords after(HookMethod method, Hook... more) {
    return hooks(hooks.after(method, more));
  }

  /** With more hooks for when any method, or a hook, failed. */
  public HookedRecords error(Hook... more) {
    return hooks(hooks.error(more));
  }

  /** With more hooks for when one method, or one of its hooks, failed. */
  public HookedRecords error(HookMethod method, Hook... more) {
    return hooks(hooks.error(method, more));
  }

  /** With these hooks in the place of all that were given so far. */
  public HookedRecords hooks(HookSet all) {
    return new HookedRecords(name, source, requireNonNull(all, "all == null"), services);
  }

  /** With services of their own that the hooks know by name. */
  public HookedRecords services(Services known) {
    return new HookedRecords(name, source, hooks, requireNonNull(known, "known == null"));
  }

  @Override
  public Records open(HookContext caller) {
    Services known = services == null ? caller.services() : services;
    return new HookedRecordsCalls(
        name,
        source.open(caller),
        hooks,
        known.source(name) == null ? known.with(name, this) : known,
        caller);
  }

  /** The records for calls that belong to no request. */
  public Records withoutRequest() {
    return open(HookContext.of(HookStage.BEFORE, HookMethod.FIND, name).build());
  }
}
