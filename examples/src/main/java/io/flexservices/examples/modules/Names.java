package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.modules.Modules;
import io.flexservices.modules.RequestContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who made a request. */
final class Names {
  private Names() {}

  static Outcome tell(FunctionContext context, FunctionCompletion complete, Modules modules) {
    RequestContext request = modules.requestContext();
    return complete
        .setBody(
            Map.of(
                "id", request.getAuthenticatedUserId(),
                "username", request.getAuthenticatedUsername(),
                "authoritative", request.getAuthoritativeUsername(),
                "by", request.getSecurityContext().name()))
        .ok()
        .done();
  }

  /** The id that a social provider knows the user by; null for the authenticated name. */
  static @Nullable String socialId(Modules modules) {
    Object id = modules.userStore().getCurrentUser().path("_socialIdentity.facebook.id");
    return id == null ? null : id.toString();
  }
}
