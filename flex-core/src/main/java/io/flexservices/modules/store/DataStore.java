package io.flexservices.modules.store;

import static java.util.Objects.requireNonNull;

import io.flexservices.internal.kinvey.BackendSession;

/**
 * The collections of the app.
 *
 * <pre>{@code
 * DataCollection books = modules.dataStore().collection("books");
 * JsonObject saved = books.save(Map.of("title", "The Art of Computer Programming"));
 * List<JsonObject> found = books.find(new Query().equalTo("author", "Knuth"));
 * }</pre>
 *
 * <p>A value; safe to use from several threads.
 */
public final class DataStore {
  private final BackendSession backend;
  private final StoreOptions options;

  /** Made by the runtime; a handler gets one from its modules. */
  public DataStore(BackendSession backend, StoreOptions options) {
    this.backend = requireNonNull(backend, "backend == null");
    this.options = requireNonNull(options, "options == null");
  }

  /**
   * A collection by its name; {@code user} is that of the users, as the documents write it.
   *
   * @throws IllegalArgumentException where the name is empty
   */
  public DataCollection collection(String name) {
    requireNonNull(name, "name == null");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("The name of a collection is empty");
    }
    return new DataCollection(name, backend, options);
  }
}
