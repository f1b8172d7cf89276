package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * The loaders that a join works with, by names such as {@code user.id}: what they give, and by
 * which key. Belongs to one run of a join.
 */
public final class Loaders {
  private final Map<String, Loader<?>> loaders = new HashMap<>();

  /** No loaders yet. */
  public Loaders() {}

  /** Keeps a loader under a name, in place of an earlier one. */
  public Loaders put(String name, Loader<?> loader) {
    loaders.put(requireNonNull(name, "name == null"), requireNonNull(loader, "loader == null"));
    return this;
  }

  /**
   * The loader of that name.
   *
   * @throws IllegalStateException where there is none
   */
  @SuppressWarnings("unchecked") // who put it there says what it gives
  public <V> Loader<V> get(String name) {
    Loader<?> loader = loaders.get(name);
    if (loader == null) {
      throw new IllegalStateException(
          "There is no loader \""
              + name
              + "\" among "
              + loaders.keySet()
              + "; put it there in the join's before");
    }
    return (Loader<V>) loader;
  }
}
