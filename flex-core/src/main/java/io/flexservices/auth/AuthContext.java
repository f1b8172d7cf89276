package io.flexservices.auth;

import io.flexservices.context.FlexContext;

/**
 * What a login is told of its request. The body holds {@code username}, {@code password} and {@code
 * options} where they were sent, and nothing else.
 */
public interface AuthContext extends FlexContext {
  /** The name that the handler was registered with. */
  String handlerName();
}
