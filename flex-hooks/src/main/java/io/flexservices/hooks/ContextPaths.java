package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.internal.Paths;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a context by paths, as the hook documents write them. */
final class ContextPaths {
  private ContextPaths() {}

  static @Nullable Object get(HookContext context, String path) {
    return Paths.getOrNull(members(context), path);
  }

  static boolean has(HookContext context, String path) {
    return Paths.has(members(context), path);
  }

  static void set(HookContext context, String path, @Nullable Object value) {
    String member = Paths.steps(path).get(0);
    if (!isSettable(member, member.equals(path))) {
      throw refused(path);
    }
    Map<String, @Nullable Object> changed = Paths.with(members(context), path, value);
    switch (member) {
      case "id" -> context.setId(changed.get(member));
      case "data" -> context.setData(changed.get(member));
      case "result" -> context.setResult(changed.get(member));
      default -> setParams(context, changed.get(member));
    }
  }

  /** Of the id, the whole alone; of the params, what is inside. */
  private static boolean isSettable(String member, boolean isWhole) {
    return switch (member) {
      case "data", "result" -> true;
      case "id" -> isWhole;
      case "params" -> !isWhole;
      default -> false;
    };
  }

  private static void setParams(HookContext context, @Nullable Object changed) {
    Map<?, ?> members = (Map<?, ?>) requireNonNull(changed);
    members.forEach((name, value) -> context.params().set((String) requireNonNull(name), value));
  }

  /** Those that there are. */
  private static Map<String, @Nullable Object> members(HookContext context) {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put("type", context.stage().documentName());
    members.put("method", context.method().documentName());
    members.put("path", context.path());
    members.put("params", context.params().asMap());
    if (context.id() != null) {
      members.put("id", context.id());
    }
    if (context.data() != null) {
      members.put("data", context.data());
    }
    if (context.hasResult()) {
      members.put("result", context.result());
    }
    return members;
  }

  private static IllegalArgumentException refused(String path) {
    return new IllegalArgumentException(
        "Nothing can be set at \""
            + path
            + "\": a path begins with data, result or params, or is id.");
  }
}
