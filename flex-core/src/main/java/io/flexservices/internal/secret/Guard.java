package io.flexservices.internal.secret;

import io.flexservices.FlexOptions;
import io.flexservices.FlexSetting;
import io.flexservices.log.Logger;
import io.flexservices.secret.SecretSchemes;
import io.flexservices.secret.SecretSource;
import io.flexservices.spi.Deadline;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Decides who is served. Safe to use from several threads. */
public interface Guard {
  /**
   * The guard that the options ask for; nothing is fetched yet.
   *
   * @param platform the kinds of sources that the platform adds; null for none
   * @param workers run the fetches
   * @throws IllegalArgumentException where the options contradict each other, or name no source
   *     that is known
   */
  static Guard of(
      FlexOptions options,
      @Nullable SecretSchemes platform,
      Clock clock,
      Executor workers,
      Logger logger) {
    if (!options.hasSecretSource()) {
      return new Secrets(options.sharedSecret(), options.previousSharedSecret());
    }
    if (options.sharedSecret() != null || options.previousSharedSecret() != null) {
      throw new IllegalArgumentException(
          "There are both a shared secret and a source to fetch it from; keep one: %s or %s"
              .formatted(
                  FlexSetting.SHARED_SECRET.environmentVariable(),
                  FlexSetting.SHARED_SECRET_SOURCE.environmentVariable()));
    }
    SecretSource given = options.secretSource();
    String address = options.sharedSecretSource();
    if (given != null) {
      return new FetchedSecrets(
          given, given.getClass().getName(), options.sharedSecretTtl(), clock, workers, logger);
    }
    return new FetchedSecrets(
        SecretAddress.open(address == null ? "" : address, platform),
        String.valueOf(address),
        options.sharedSecretTtl(),
        clock,
        workers,
        logger);
  }

  /**
   * Judges a request by its key.
   *
   * @param key what the request has in {@code X-Auth-Key}; empty where it has none
   * @param deadline how long it may take
   */
  Verdict judge(String key, Deadline deadline);

  /**
   * Signs a text by the current secret.
   *
   * @param deadline how long it may take
   * @return null where there is no secret, or it cannot be had
   */
  @Nullable String sign(String text, Deadline deadline);

  /**
   * Judges a text by its signature.
   *
   * @param signature what {@link #sign} gave for the text, by any secret that is in force
   * @param deadline how long it may take
   */
  Verdict judgeSigned(String text, String signature, Deadline deadline);

  /** Forgets what was fetched before the process was stored. */
  default void restored() {}
}
