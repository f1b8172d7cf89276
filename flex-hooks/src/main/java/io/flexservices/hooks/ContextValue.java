package io.flexservices.hooks;

import org.jspecify.annotations.Nullable;

/**
 * A value that depends on the call, found anew for each one.
 *
 * <pre>{@code
 * keep(context -> publicFieldsOf(context.params().user()))
 * }</pre>
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface ContextValue<T extends @Nullable Object> {
  /**
   * The value for that call.
   *
   * @throws Exception anything; it ends the call as a failing hook does
   */
  T of(HookContext context) throws Exception;

  /** The same value for every call. */
  static <T extends @Nullable Object> ContextValue<T> fixed(T value) {
    return context -> value;
  }
}
