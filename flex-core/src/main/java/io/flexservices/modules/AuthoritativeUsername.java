package io.flexservices.modules;

import org.jspecify.annotations.Nullable;

/**
 * Finds the name that a user has with whoever vouches for the user: an enterprise's identity source
 * or a social provider, as the user's {@code _socialIdentity} names it, for example.
 *
 * <p>Called on the thread that asks for the name, each time that it asks; may block. What it throws
 * comes out of {@code getAuthoritativeUsername}.
 */
@FunctionalInterface
public interface AuthoritativeUsername {
  /**
   * The authoritative name of the user who made a request.
   *
   * @param modules those of the request
   * @return the name; null for the authenticated one
   */
  @Nullable String find(Modules modules);
}
