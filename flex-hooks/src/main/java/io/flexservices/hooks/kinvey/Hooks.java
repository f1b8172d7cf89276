package io.flexservices.hooks.kinvey;

import static java.util.Objects.requireNonNull;

import io.flexservices.context.FlexContext;
import io.flexservices.data.ServiceObject;
import io.flexservices.functions.AsyncFunctionHandler;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.RecordsSource;
import io.flexservices.hooks.Services;
import io.flexservices.modules.Modules;

/**
 * Puts hooks to work: around the handlers of a service object, as a function that Kinvey calls
 * before and after its own collections, or around records that joins read.
 *
 * <pre>{@code
 * Hooks.on(flex.data().serviceObject("widgets"))
 *     .before(HookMethod.CREATE, required("name"))
 *     .after(discard("cost"))
 *     .onGetById((context, complete, modules) ->
 *         complete.setBody(load(context.entityId())).ok().next());
 *
 * flex.functions().registerAsync("orders", Hooks.function(hookSet, services));
 * }</pre>
 */
public final class Hooks {
  private Hooks() {}

  /** A service object whose handlers run with hooks around them; see there. */
  public static HookedServiceObject on(ServiceObject serviceObject) {
    return new HookedServiceObject(requireNonNull(serviceObject, "serviceObject == null"));
  }

  /** As {@link #on(ServiceObject)}, with the services that the hooks know. */
  public static HookedServiceObject on(ServiceObject serviceObject, Services services) {
    return on(serviceObject).services(services);
  }

  /**
   * Records that are read and written with hooks around it, as a service of its own.
   *
   * @param name what the hooks see as the context's path
   */
  public static HookedRecords on(String name, RecordsSource source) {
    requireNonNull(name, "name == null");
    requireNonNull(source, "source == null");
    return new HookedRecords(name, source, HookSet.none(), null);
  }

  /** As {@link #on(String, RecordsSource)}, of records that are the same for every call. */
  public static HookedRecords onRecords(String name, Records records) {
    requireNonNull(records, "records == null");
    return on(name, context -> records);
  }

  /** As {@link #function(HookSet, Services)}, without services. */
  public static AsyncFunctionHandler function(HookSet hooks) {
    return function(hooks, Services.none());
  }

  /**
   * A function for Kinvey's pre and post hooks of a collection: as a pre hook it runs the hooks
   * before the method that the request means, as a post hook those after it.
   *
   * <ul>
   *   <li>Before: {@code data} is the body of a request that writes. Data and query go on to
   *       Kinvey; a result that a hook sets ends the request, and is its answer. Kinvey looks at no
   *       query where an entity is meant by its id: conditions that hooks added are then asked of
   *       the service of the collection's name (404 for an entity that misses them), and the
   *       request is refused where there is none (405).
   *   <li>After: {@code result} is the body of the response, and goes on in its place. Where the
   *       response is an error, the hooks for errors run in their place, and the response goes on
   *       as it is unless one of them sets a result.
   *   <li>A custom endpoint has no method that hooks could be around: such a call is answered 501.
   * </ul>
   */
  public static AsyncFunctionHandler function(HookSet hooks, Services services) {
    return new HookedFunction(
        requireNonNull(hooks, "hooks == null"), requireNonNull(services, "services == null"));
  }

  /**
   * A context for what a handler does of its own accord, to run hooks and joins or to load records
   * on behalf of who makes its request: a read of that path, before its method.
   *
   * @param path what the hooks see as the context's path
   */
  public static HookContext context(
      String path, FlexContext request, Modules modules, Services services) {
    return HookContext.of(HookStage.BEFORE, HookMethod.FIND, path)
        .params(Caller.params(request, modules))
        .services(services)
        .modules(modules)
        .request(request)
        .build();
  }
}
