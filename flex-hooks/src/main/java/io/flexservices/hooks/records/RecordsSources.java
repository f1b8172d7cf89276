package io.flexservices.hooks.records;

import static java.util.Objects.requireNonNull;

import io.flexservices.data.ServiceObject;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.RecordsSource;
import io.flexservices.modules.store.StoreOptions;
import java.util.Collection;
import java.util.Map;

/**
 * Where joins and hooks read, ready-made. What they give are copies.
 *
 * <pre>{@code
 * Services services = Services.none()
 *     .with("comments", collection("comments"))
 *     .with("users", userStore())
 *     .with("widgets", serviceObject(widgets))
 *     .withRecords("currencies", MemoryRecords.of("code", currencies));
 * }</pre>
 *
 * <p>All of them obey a {@code paginate} of the params, {@code {default: n, max: m}}.
 *
 * <p>However many calls of Kinvey's stores the hooks and joins of a request ask for, 64 of them are
 * under way at once at most, and the others wait for one of these to end.
 *
 * <p><b>Rights.</b> The Kinvey stores read and write with the rights that their options name, and
 * by default that is the master secret: whoever may call the service sees what a join brings,
 * whatever the permissions of the collection say. Keep what a caller may not see out of the result
 * by hooks, or read with the caller's own rights by {@code
 * StoreOptions.defaults().withUseUserContext(true)}; the collection's own hooks then run for every
 * such call.
 */
public final class RecordsSources {
  private RecordsSources() {}

  /** A collection of the app, read and written with the master secret. */
  public static RecordsSource collection(String name) {
    return collection(name, StoreOptions.defaults());
  }

  /**
   * A collection of the app.
   *
   * <p>A query whose {@code $in} is too long for the URL of a request goes out in several, side by
   * side; sort, limit and skip are then applied to what all of them gave. A patch reads the record,
   * merges it and saves the whole: what somebody else changes in between is lost. Records are
   * removed one query after they were read, since what was removed is the result.
   */
  public static RecordsSource collection(String name, StoreOptions options) {
    requireNonNull(name, "name == null");
    requireNonNull(options, "options == null");
    return context ->
        new StoreRecords(
            LimitedStore.of(
                new CollectionStore(context.modules().dataStore(options).collection(name))));
  }

  /** The users of the app, read and written with the master secret. */
  public static RecordsSource userStore() {
    return userStore(StoreOptions.defaults());
  }

  /**
   * The users of the app, as {@link #collection(String, StoreOptions)}. Created they are with the
   * app secret, and removed for good.
   */
  public static RecordsSource userStore(StoreOptions options) {
    requireNonNull(options, "options == null");
    return context ->
        new StoreRecords(LimitedStore.of(new UsersStore(context.modules().userStore(options))));
  }

  /**
   * A service object of the same service: its handlers are called in the process, without HTTP, on
   * behalf of the same request. They are those that it has when it is called, hooks included, and
   * their context is a {@link ServiceCall}. A handler that blocks holds up the hook that reads.
   *
   * <p>A query goes to {@code onGetByQuery}; where there is only {@code onGetAll}, what that gives
   * is looked through. A patch reads by {@code onGetById} and writes by {@code onUpdate}.
   */
  public static RecordsSource serviceObject(ServiceObject serviceObject) {
    requireNonNull(serviceObject, "serviceObject == null");
    return context -> new ServiceObjectRecords(serviceObject, context);
  }

  /** What a function finds for the params of a call; it answers for the query itself. */
  public static RecordsSource function(Finder finder) {
    requireNonNull(finder, "finder == null");
    return context -> new FunctionRecords(finder);
  }

  /** Finds records. */
  @FunctionalInterface
  public interface Finder {
    /**
     * The records of the params' query. May be called from any thread; what it gives is copied.
     *
     * @throws Exception anything; the call fails with it
     */
    Collection<? extends Map<String, ?>> find(HookParams params) throws Exception;
  }
}
