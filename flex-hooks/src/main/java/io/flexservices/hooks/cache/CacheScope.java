package io.flexservices.hooks.cache;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookParams;
import io.flexservices.modules.Modules;
import io.flexservices.modules.SecurityContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom a record was read for: it is served to the same again and to nobody else.
 *
 * @param app the app environment that Kinvey's request is for; null without a request
 * @param credentials what that request was made with; null without a request
 * @param requestUser the user who made it; null without a request, and where users share
 * @param provider whether a client calls or the service itself, who may see different fields
 * @param securityContext with whose rights the call is made, by its params
 * @param user the user of the call's params; null where users share
 */
record CacheScope(
    @Nullable String app,
    @Nullable SecurityContext credentials,
    @Nullable String requestUser,
    @Nullable String provider,
    @Nullable Object securityContext,
    @Nullable Object user) {

  static CacheScope of(HookContext context, boolean isSharedByAllUsers) {
    Modules modules = context.hasModules() ? context.modules() : null;
    HookParams params = context.params();
    return new CacheScope(
        modules == null ? null : modules.backendContext().getAppKey(),
        modules == null ? null : modules.requestContext().getSecurityContext(),
        modules == null || isSharedByAllUsers
            ? null
            : modules.requestContext().getAuthenticatedUserId(),
        params.provider(),
        CacheKey.stable(params.get(HookParams.SECURITY_CONTEXT)),
        isSharedByAllUsers ? null : user(params.user()));
  }

  /** The user's id; the whole user where there is none to tell users apart by. */
  private static @Nullable Object user(@Nullable Object user) {
    if (user instanceof Map<?, ?> members) {
      Object id = members.get("_id") == null ? members.get("id") : members.get("_id");
      return CacheKey.stable(id == null ? user : id);
    }
    return CacheKey.stable(user);
  }
}
