package io.flexservices.internal.routing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Things by name, in the order of their registration, until the registry is closed. */
final class Registration<T> {
  private final Map<String, T> things = new LinkedHashMap<>();
  private final String kind;
  private boolean closed;

  Registration(String kind) {
    this.kind = kind;
  }

  void add(String name, T thing) {
    requireNonNull(thing, "handler == null");
    requireName(name);
    requireOpen(name);
    if (things.putIfAbsent(name, thing) != null) {
      throw new IllegalStateException("The " + kind + " \"" + name + "\" is registered already");
    }
  }

  @Nullable T get(String name) {
    return things.get(name);
  }

  List<String> names() {
    return List.copyOf(new ArrayList<>(things.keySet()));
  }

  void close() {
    closed = true;
  }

  void requireOpen(String name) {
    if (closed) {
      throw new IllegalStateException(
          "The %s \"%s\" is registered too late: register handlers in FlexService.register, before it returns"
              .formatted(kind, name));
    }
  }

  private void requireName(String name) {
    if (requireNonNull(name, "name == null").isEmpty()) {
      throw new IllegalArgumentException("The " + kind + " has an empty name");
    }
  }
}
