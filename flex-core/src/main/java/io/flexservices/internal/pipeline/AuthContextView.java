package io.flexservices.internal.pipeline;

import io.flexservices.auth.AuthContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The context of a login. */
final class AuthContextView extends BaseContext implements AuthContext {
  private final String handlerName;

  AuthContextView(String handlerName, Map<String, @Nullable Object> properties, CallScope scope) {
    super(properties, scope);
    this.handlerName = handlerName;
  }

  @Override
  public String handlerName() {
    return handlerName;
  }
}
