package io.flexservices.hooks;

import io.flexservices.hooks.internal.Paths;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a context by paths, as the hook documents write them. */
final class ContextPaths {
  private ContextPaths() {}

  static @Nullable Object get(HookContext context, String path) {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put("type", context.stage().documentName());
    members.put("method", context.method().documentName());
    members.put("path", context.path());
    members.put("id", context.id());
    members.put("data", context.data());
    members.put("result", context.result());
    members.put("params", context.params().asMap());
    return Paths.getOrNull(members, path);
  }

  static void set(HookContext context, String path, @Nullable Object value) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    int dot = path.indexOf('.');
    String member = dot < 0 ? path : path.substring(0, dot);
    members.put(member, present(context, member, path));
    Paths.set(members, path, value);
    Object changed = members.get(member);
    switch (member) {
      case "data" -> context.setData(changed);
      case "result" -> context.setResult(changed);
      default -> {} // the params are the map itself
    }
  }

  private static @Nullable Object present(HookContext context, String member, String path) {
    boolean whole = member.equals(path);
    return switch (member) {
      case "data" -> context.data();
      case "result" -> context.result();
      case "params" -> {
        if (whole) {
          throw refused(path);
        }
        yield context.params().asMap();
      }
      default -> throw refused(path);
    };
  }

  private static IllegalArgumentException refused(String path) {
    return new IllegalArgumentException(
        "Nothing can be set at \"" + path + "\": a path begins with data, result or params.");
  }
}
