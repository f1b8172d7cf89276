package io.flexservices.internal.secret;

import io.flexservices.FlexOptions;
import io.flexservices.FlexSetting;
import io.flexservices.log.Logger;
import io.flexservices.secret.SecretSchemes;
import io.flexservices.secret.SecretSource;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Makes the guard that the options ask for. */
public final class Guards {
  private Guards() {}

  /**
   * The guard; nothing is fetched yet.
   *
   * @param platform the kinds of sources that the platform adds; null for none
   * @param workers run the fetches
   * @throws IllegalArgumentException where the options contradict each other, or name no source
   *     that is known
   */
  public static Guard of(
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
}
