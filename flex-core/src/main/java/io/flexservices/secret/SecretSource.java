package io.flexservices.secret;

/**
 * Where the shared secret is kept. Hand one of your own to {@link
 * io.flexservices.FlexOptions#withSecretSource}.
 *
 * <pre>{@code
 * FlexOptions.defaults().withSecretSource(() -> new SharedSecrets(vault.read("flex"), null));
 * }</pre>
 */
@FunctionalInterface
public interface SecretSource {
  /**
   * Fetches the secrets that are valid now. It may block, and is interrupted after 30 seconds. One
   * fetch runs at a time: by the first request that needs a key, again when the secrets' time to
   * live is over, and where a key matches neither, every ten seconds at most.
   *
   * @throws Exception where they cannot be had. Requests are answered 503 then, or the secrets that
   *     were fetched before are used for another hour. The log shows the exception's name and
   *     message, so that the message must hold no secret
   */
  SharedSecrets fetch() throws Exception;
}
