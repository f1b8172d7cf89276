package io.flexservices.hooks.kinvey;

import static java.util.Objects.requireNonNull;

import io.flexservices.context.HandlerOptions;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.data.DataEvent;
import io.flexservices.data.ServiceObject;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.records.RecordsSources;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service object whose handlers run with hooks around them. What is registered on it is
 * registered on the service object itself, in its wrapping.
 *
 * <p>A handler sees what the hooks before it made of body, query and id. Where one of them set a
 * result, that is answered (200) and no handler runs. The hooks after it see and change a copy of
 * its body; its status stays. An error that it answers is a {@code HandlerFailure} for the hooks
 * for errors, and goes out as it is unless one of them sets a result or another error. Counts run
 * the hooks before find, and none after.
 *
 * <p>Conditions that hooks add to the query count for every handler, also for one that has no use
 * for a query:
 *
 * <ul>
 *   <li>{@code onGetAll}, {@code onGetCount} and {@code onDeleteAll} give way to the handler with a
 *       query. Where there is none, what {@code onGetAll} gives is looked through, {@code
 *       onGetCount} has to look at its context's query itself, and nothing is deleted (405).
 *   <li>An entity that {@code onGetById} gives and that does not meet them is not found (404).
 *   <li>{@code onUpdate} and {@code onDeleteById} run only for an entity that meets them, which is
 *       asked of {@code onGetById}. Where there is none, nothing is written (405).
 * </ul>
 *
 * <p>To be set up by one thread while the service registers its handlers: hooks count for all
 * handlers of this object, whether they are registered before or after.
 */
public final class HookedServiceObject implements ServiceObject {
  private final ServiceObject serviceObject;
  private final Map<DataEvent, AsyncDataHandler> handlers = new EnumMap<>(DataEvent.class);
  private volatile HookSet hooks = HookSet.none();
  private volatile Services services;

  HookedServiceObject(ServiceObject serviceObject) {
    this.serviceObject = serviceObject;
    this.services = withItself(Services.none());
  }

  /** More hooks before all methods. */
  public HookedServiceObject before(Hook... more) {
    return hooks(hooks.before(more));
  }

  /** More hooks before one method. */
  public HookedServiceObject before(HookMethod method, Hook... more) {
    return hooks(hooks.before(method, more));
  }

  /** More hooks after all methods. */
  public HookedServiceObject after(Hook... more) {
    return hooks(hooks.after(more));
  }

  /** More hooks after one method. */
  public HookedServiceObject after(HookMethod method, Hook... more) {
    return hooks(hooks.after(method, more));
  }

  /** More hooks for when any method, or a hook, failed. */
  public HookedServiceObject error(Hook... more) {
    return hooks(hooks.error(more));
  }

  /** More hooks for when one method, or one of its hooks, failed. */
  public HookedServiceObject error(HookMethod method, Hook... more) {
    return hooks(hooks.error(method, more));
  }

  /** These hooks in the place of all that were given so far. */
  public HookedServiceObject hooks(HookSet all) {
    this.hooks = requireNonNull(all, "all == null");
    return this;
  }

  /** The services that the hooks know by name, besides this service object itself. */
  public HookedServiceObject services(Services known) {
    this.services = withItself(requireNonNull(known, "known == null"));
    return this;
  }

  private Services withItself(Services known) {
    return known.source(name()) == null
        ? known.with(name(), RecordsSources.serviceObject(serviceObject))
        : known;
  }

  @Override
  public String name() {
    return serviceObject.name();
  }

  @Override
  public HookedServiceObject onAsync(
      DataEvent event, HandlerOptions options, AsyncDataHandler handler) {
    requireNonNull(handler, "handler == null");
    serviceObject.onAsync(event, options, new HookedHandler(this, handler));
    handlers.put(event, handler);
    return this;
  }

  @Override
  public @Nullable AsyncDataHandler handler(DataEvent event) {
    return serviceObject.handler(event);
  }

  /** The handler as it was registered here, without hooks. */
  @Nullable AsyncDataHandler bareHandler(DataEvent event) {
    return handlers.get(event);
  }

  HookSet hooks() {
    return hooks;
  }

  Services services() {
    return services;
  }
}
