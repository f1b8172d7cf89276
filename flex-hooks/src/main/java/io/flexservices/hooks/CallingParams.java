package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.internal.Paths;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The params of a call that a hook makes on behalf of the call that it runs in: who calls goes
 * along, and the called service joins nothing by itself. The documents' {@code makeCallingParams}.
 */
public final class CallingParams {
  /** What goes along where nothing else is said. */
  private static final List<String> IDENTITY =
      List.of(HookParams.PROVIDER, "authenticated", HookParams.USER, HookParams.SECURITY_CONTEXT);

  private CallingParams() {}

  /** Params with that query, and who calls. */
  public static HookParams of(HookContext context, Map<String, @Nullable Object> query) {
    return of(context, query, IDENTITY, Map.of());
  }

  /**
   * Params of one's own choice.
   *
   * @param query the query; null for none
   * @param include the names of the context's params that go along, or paths to parts of them
   * @param inject params to add, which win
   */
  public static HookParams of(
      HookContext context,
      @Nullable Map<String, @Nullable Object> query,
      List<String> include,
      Map<String, ?> inject) {
    requireNonNull(context, "context == null");
    HookParams params = new HookParams();
    if (query != null) {
      params.setQuery(query);
    }
    for (String name : include) {
      Object value = Paths.get(context.params().asMap(), name);
      if (value != Paths.MISSING) {
        Paths.set(params.asMap(), name, value);
      }
    }
    params.set(HookParams.POPULATE, "skip");
    inject.forEach(params::set);
    return params;
  }
}
