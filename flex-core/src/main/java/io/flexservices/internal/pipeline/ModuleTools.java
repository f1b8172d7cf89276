package io.flexservices.internal.pipeline;

import static java.util.Objects.requireNonNull;

import io.flexservices.log.Logger;
import io.flexservices.modules.AuthoritativeUsername;
import io.flexservices.modules.Modules;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the modules of all requests share: made once for a service, and the costly of it when it is
 * first asked for.
 */
public final class ModuleTools {
  private final Clock clock;
  private final @Nullable AuthoritativeUsername authoritativeUsername;
  private final AtomicBoolean saidFallback = new AtomicBoolean();
  private @Nullable RandomGenerator random;

  /**
   * The tools of a service.
   *
   * @param random makes ids unique; null for the system's
   * @param authoritativeUsername finds authoritative names; null where the service has no such way
   */
  public ModuleTools(
      Clock clock,
      @Nullable RandomGenerator random,
      @Nullable AuthoritativeUsername authoritativeUsername) {
    this.clock = requireNonNull(clock, "clock == null");
    this.random = random;
    this.authoritativeUsername = authoritativeUsername;
  }

  Clock clock() {
    return clock;
  }

  /** One that differs in every process, also in those restored from one snapshot. */
  synchronized RandomGenerator random() {
    if (random == null) {
      random = new SecureRandom();
    }
    return random;
  }

  /** The authoritative name of the user of a request; null for the authenticated one. */
  @Nullable String authoritativeUsername(Modules modules, Logger logger) {
    if (authoritativeUsername != null) {
      return authoritativeUsername.find(modules);
    }
    if (saidFallback.compareAndSet(false, true)) {
      logger.warn(
          "getAuthoritativeUsername() gives the authenticated username, because Kinvey sends no"
              + " other; to find it yourself set FlexOptions.withAuthoritativeUsername");
    }
    return null;
  }
}
