package io.flexservices.gcp;

import io.flexservices.error.KinveyException;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.background.BackgroundException;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.PlatformHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The access token of the function's service account, from the metadata server, which answers
 * {@code {"access_token", "expires_in", "token_type"}} to who says {@code Metadata-Flavor: Google}.
 * Source: Compute Engine's page "Authenticate workloads using service accounts"; Cloud Run's
 * container contract names the same address. Safe to use from several threads.
 */
final class AccessTokens {
  /**
   * The server itself gives the same token until five minutes before it expires, so that there is
   * no use in asking earlier (googleapis/google-auth-library-java, pull request 749).
   */
  private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(4);

  private final URI address;
  private final Clock clock;

  /** Fetched twice where two need it at once, which does no harm; nobody waits for another. */
  private volatile @Nullable Token token;

  private record Token(String text, Instant freshUntil) {}

  AccessTokens(URI address, Clock clock) {
    this.address = address;
    this.clock = clock;
  }

  /**
   * A token that is good for a while.
   *
   * @throws BackgroundException where there is none to have
   */
  String token(PlatformHttp http, Deadline deadline) {
    Token known = token;
    if (known == null || !clock.instant().isBefore(known.freshUntil())) {
      known = fetch(http, deadline);
      token = known;
    }
    return known.text();
  }

  /** The token is not accepted any more. */
  void forget() {
    token = null;
  }

  private Token fetch(PlatformHttp http, Deadline deadline) {
    PlatformHttp.Answer answer;
    try {
      answer = http.send("GET", address, Map.of("Metadata-Flavor", "Google"), null, deadline);
    } catch (KinveyException e) {
      throw new BackgroundException("The metadata server gave no access token", e);
    }
    if (answer.status() == 200
        && answer.value() instanceof JsonObject json
        && json.value("access_token") instanceof String fresh
        && json.value("expires_in") instanceof Long seconds) {
      return new Token(fresh, clock.instant().plusSeconds(seconds).minus(BEFORE_EXPIRY));
    }
    throw new BackgroundException(
        "The metadata server gave no access token, but " + answer.status());
  }
}
