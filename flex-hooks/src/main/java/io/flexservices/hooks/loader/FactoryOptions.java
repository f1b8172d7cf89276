package io.flexservices.hooks.loader;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the loaders of {@link BatchLoader#loaderFactory} ask.
 *
 * @param getKey the key of a record; null for the value of the field
 * @param paramNames the names of the call's params that go along; null for who calls
 * @param injects params to add
 */
public record FactoryOptions(
    @Nullable Function<Map<String, @Nullable Object>, ? extends @Nullable Object> getKey,
    @Nullable List<String> paramNames,
    Map<String, ?> injects) {
  private static final FactoryOptions DEFAULTS = new FactoryOptions(null, null, Map.of());

  /** Copies what is given. */
  public FactoryOptions {
    paramNames = paramNames == null ? null : List.copyOf(paramNames);
    injects = Map.copyOf(injects);
  }

  /** The value of the field, who calls, nothing more. */
  public static FactoryOptions defaults() {
    return DEFAULTS;
  }

  /** These options, with another key of a record. */
  public FactoryOptions withGetKey(
      Function<Map<String, @Nullable Object>, ? extends @Nullable Object> getKey) {
    return new FactoryOptions(getKey, paramNames, injects);
  }

  /** These options, with other params to go along. */
  public FactoryOptions withParamNames(List<String> paramNames) {
    return new FactoryOptions(getKey, paramNames, injects);
  }

  /** These options, with params to add. */
  public FactoryOptions withInjects(Map<String, ?> injects) {
    return new FactoryOptions(getKey, paramNames, injects);
  }
}
