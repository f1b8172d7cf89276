package io.flexservices.hooks.kinvey;

import io.flexservices.context.FlexContext;
import io.flexservices.hooks.HookParams;
import io.flexservices.modules.Modules;
import io.flexservices.modules.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who makes a request, as hooks read it in the params. */
final class Caller {
  private static final String REST = "rest";

  private Caller() {}

  /** The params of a request that a client of Kinvey made. */
  static HookParams params(FlexContext context, Modules modules) {
    HookParams params = new HookParams();
    params.set(HookParams.PROVIDER, REST);
    Map<String, @Nullable Object> user = user(context);
    if (!user.isEmpty()) {
      params.set(HookParams.USER, user);
    }
    SecurityContext made = modules.requestContext().getSecurityContext();
    if (made != SecurityContext.UNKNOWN) {
      params.set(HookParams.SECURITY_CONTEXT, made.wireName());
    }
    return params;
  }

  private static Map<String, @Nullable Object> user(FlexContext context) {
    Map<String, @Nullable Object> user = new LinkedHashMap<>();
    put(user, "_id", context.userId());
    put(user, "username", context.username());
    return user;
  }

  private static void put(Map<String, @Nullable Object> user, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      user.put(name, value);
    }
  }
}
