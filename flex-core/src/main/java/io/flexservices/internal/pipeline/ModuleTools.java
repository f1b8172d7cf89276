package io.flexservices.internal.pipeline;

import static java.util.Objects.requireNonNull;

import io.flexservices.internal.background.BackgroundWork;
import io.flexservices.internal.kinvey.BackendClient;
import io.flexservices.internal.secret.Guard;
import io.flexservices.log.Logger;
import io.flexservices.modules.AuthoritativeUsername;
import io.flexservices.modules.Modules;
import io.flexservices.modules.store.StoreOptions;
import io.flexservices.spi.BackgroundDispatcher;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the modules of all requests share: made once for a service, and the costly of it when it is
 * first asked for.
 */
public final class ModuleTools {
  private final Clock clock;
  private final @Nullable AuthoritativeUsername authoritativeUsername;
  private final BackendClient backend;
  private final List<String> tasks;
  private final Guard guard;
  private final @Nullable BackgroundDispatcher dispatcher;
  private final @Nullable RandomGenerator given;
  private @Nullable RandomGenerator system; // guarded by this
  private boolean saidFallback; // guarded by this
  private boolean saidDeprecated; // guarded by this

  /**
   * The tools of a service.
   *
   * @param random makes ids unique; null for the system's
   * @param authoritativeUsername finds authoritative names; null where the service has no such way
   * @param backend the way to Kinvey's backend
   * @param tasks the names of the background tasks that are registered
   * @param guard signs the events of background work
   * @param dispatcher takes background work to the platform; null where there is no way
   */
  public ModuleTools(
      Clock clock,
      @Nullable RandomGenerator random,
      @Nullable AuthoritativeUsername authoritativeUsername,
      BackendClient backend,
      List<String> tasks,
      Guard guard,
      @Nullable BackgroundDispatcher dispatcher) {
    this.clock = requireNonNull(clock, "clock == null");
    this.given = random;
    this.authoritativeUsername = authoritativeUsername;
    this.backend = requireNonNull(backend, "backend == null");
    this.tasks = requireNonNull(tasks, "tasks == null");
    this.guard = requireNonNull(guard, "guard == null");
    this.dispatcher = dispatcher;
  }

  Clock clock() {
    return clock;
  }

  /** One that differs in every process, also in those restored from one snapshot. */
  synchronized RandomGenerator random() {
    if (given != null) {
      return given;
    }
    if (system == null) {
      system = new SecureRandom();
    }
    return system;
  }

  /**
   * Forgets the system's randomness of before a snapshot. The JDK's own on Linux needs no new seed,
   * since it mixes the kernel's into every draw; that of another provider may have been seeded once
   * for all.
   */
  public synchronized void restored() {
    system = null;
  }

  /** The way of background work to the platform, which most requests do not go. */
  BackgroundWork background() {
    return new BackgroundWork(tasks, guard, dispatcher, backend, clock);
  }

  BackendClient backend() {
    return backend;
  }

  /** Says once in the life of a service that it uses deprecated options. */
  void sayDeprecated(StoreOptions options, Logger logger) {
    List<String> deprecated = options.deprecated();
    if (!deprecated.isEmpty() && isFirstDeprecated()) {
      logger.warn(
          "Deprecated store options: %s. Write useBl for skipBl and useUserContext for useMasterSecret, each with the opposite value"
              .formatted(String.join(" and ", deprecated)));
    }
  }

  /** The authoritative name of the user of a request; null for the authenticated one. */
  @Nullable String authoritativeUsername(Modules modules, Logger logger) {
    if (authoritativeUsername != null) {
      return authoritativeUsername.find(modules);
    }
    if (isFirstFallback()) {
      logger.warn(
          "getAuthoritativeUsername() gives the authenticated username, because Kinvey sends no"
              + " other; to find it yourself set FlexOptions.withAuthoritativeUsername");
    }
    return null;
  }

  private synchronized boolean isFirstDeprecated() {
    boolean isFirst = !saidDeprecated;
    saidDeprecated = true;
    return isFirst;
  }

  private synchronized boolean isFirstFallback() {
    boolean isFirst = !saidFallback;
    saidFallback = true;
    return isFirst;
  }
}
