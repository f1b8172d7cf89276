package io.flexservices.examples;

import static java.util.Objects.requireNonNull;

import io.flexservices.auth.AuthContext;
import io.flexservices.auth.AuthHandler;
import io.flexservices.completion.AuthCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A login: asks a source of identities, and answers with a token of random octets. */
final class SsoLogin implements AuthHandler {
  private static final int TOKEN_OCTETS = 32;

  private final IdentitySource identities;
  private final SecureRandom random;

  SsoLogin(IdentitySource identities, SecureRandom random) {
    this.identities = requireNonNull(identities, "identities == null");
    this.random = requireNonNull(random, "random == null");
  }

  @Override
  public Outcome handle(AuthContext context, AuthCompletion complete, Modules modules) {
    JsonObject body = context.body();
    if (!(body.value("username") instanceof String username)
        || !(body.value("password") instanceof String password)) {
      return complete.accessDenied("A login needs a username and a password").next();
    }
    try {
      Optional<String> email = identities.authenticate(username, password);
      return email.isPresent()
          ? complete.setToken(token()).addAttribute("email", email.get()).ok().next()
          : complete.accessDenied("The given username/password combo was invalid").next();
    } catch (IOException e) {
      context.logger().error(e);
      return complete.temporarilyUnavailable("The users cannot be looked up now").next();
    }
  }

  private String token() {
    byte[] octets = new byte[TOKEN_OCTETS];
    random.nextBytes(octets);
    return Base64.getEncoder().encodeToString(octets);
  }
}
