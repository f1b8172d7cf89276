package io.flexservices.examples;

import java.io.IOException;
import java.util.Optional;

/** Whoever knows the users: a directory or another service, in place of which stands a demo. */
@FunctionalInterface
interface IdentitySource {
  /**
   * The e-mail address of the user; empty where the name and the password do not fit. Called by
   * several threads at once.
   *
   * @throws IOException where the source cannot be reached
   */
  Optional<String> authenticate(String username, String password) throws IOException;
}
