package io.flexservices.internal.pipeline;

import io.flexservices.auth.AuthContext;
import io.flexservices.log.Logger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The context of a login. */
final class AuthContextView extends BaseContext implements AuthContext {
  private final String handlerName;

  AuthContextView(
      String handlerName,
      Map<String, @Nullable Object> properties,
      KinveyHead head,
      Logger logger) {
    super(properties, head, logger);
    this.handlerName = handlerName;
  }

  @Override
  public String handlerName() {
    return handlerName;
  }
}
