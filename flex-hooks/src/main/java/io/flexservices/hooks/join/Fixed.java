package io.flexservices.hooks.join;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.HookContext;
import org.jspecify.annotations.Nullable;

/** The same for every call. */
record Fixed<T extends @Nullable Object>(T value) implements ContextValue<T> {
  @Override
  public T of(HookContext context) {
    return value;
  }
}
