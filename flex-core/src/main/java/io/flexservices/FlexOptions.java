package io.flexservices;

import static java.util.Objects.requireNonNull;

import io.flexservices.internal.kinvey.BackendHosts;
import io.flexservices.internal.routing.BasePaths;
import io.flexservices.modules.AuthoritativeUsername;
import io.flexservices.secret.SecretSource;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The options of a service. A value: each {@code with} returns a new one.
 *
 * <p>Each option is taken from the first of these that has it: a system property, an environment
 * variable, the code ({@link FlexService#options()}), the default. Who runs a service thus has the
 * last word over who wrote it. {@link FlexSetting} lists the names.
 */
public final class FlexOptions {
  private static final FlexOptions DEFAULTS = new FlexOptions(new Values());

  /** Measured: {@code docs/performance.md} says what fewer and more give. */
  private static final int PRIMING_ROUNDS = 50;

  private final Values values;

  private FlexOptions(Values values) {
    this.values = values;
  }

  /** The options themselves. Written only before the options that hold them are handed out. */
  private static final class Values implements Cloneable {
    @Nullable String sharedSecret;
    @Nullable String previousSharedSecret;
    @Nullable String sharedSecretSource;
    @Nullable SecretSource secretSource;
    Duration sharedSecretTtl = Duration.ofSeconds(300);
    String host = "localhost";
    int port = 10001;
    long requestBodyLimit = 26_214_400;
    Duration requestTimeout = Duration.ofSeconds(60);
    int handlerLimit = 256;
    @Nullable Duration gatewayTimeout;
    boolean stackTraces;
    boolean compression;
    @Nullable AuthoritativeUsername authoritativeUsername;
    List<String> allowedBaasHosts = List.of();
    List<String> basePaths = List.of();
    @Nullable Supplier<? extends SdkHttpClient> httpClient;
    int primingRounds = PRIMING_ROUNDS;

    Values copy() {
      try {
        return (Values) clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /**
   * No secret, {@code localhost:10001}, bodies of 26,214,400 bytes, 60 seconds, 256 handlers at
   * once, no stack traces, no compression, 50 rounds of priming.
   */
  public static FlexOptions defaults() {
    return DEFAULTS;
  }

  /**
   * What Kinvey sends in {@code X-Auth-Key}; the same must be set in Kinvey's console. Null: every
   * caller is served.
   */
  public @Nullable String sharedSecret() {
    return values.sharedSecret;
  }

  /**
   * A secret that is still accepted beside {@link #sharedSecret()}, while it is being replaced in
   * Kinvey's console.
   */
  public @Nullable String previousSharedSecret() {
    return values.previousSharedSecret;
  }

  /**
   * The address of a source that the shared secret is fetched from, in place of {@link
   * #sharedSecret()}; null where there is none.
   */
  public @Nullable String sharedSecretSource() {
    return values.sharedSecretSource;
  }

  /**
   * A source of one's own that the shared secret is fetched from, in place of {@link
   * #sharedSecret()}; null where there is none. It has no setting: only code can say it.
   */
  public @Nullable SecretSource secretSource() {
    return values.secretSource;
  }

  /** Whether the shared secret is fetched from a source of either kind. */
  public boolean hasSecretSource() {
    return values.sharedSecretSource != null || values.secretSource != null;
  }

  /** How long a secret that was fetched is used before it is fetched again. */
  public Duration sharedSecretTtl() {
    return values.sharedSecretTtl;
  }

  /** Whether a secret is needed to be served. */
  public boolean isGuarded() {
    return values.sharedSecret != null || values.previousSharedSecret != null || hasSecretSource();
  }

  /** The host that the local adapter listens on. */
  public String host() {
    return values.host;
  }

  /** The port that the local adapter listens on; 0 for any that is free. */
  public int port() {
    return values.port;
  }

  /** How many bytes a request's body may have. */
  public long requestBodyLimit() {
    return values.requestBodyLimit;
  }

  /** How long a handler may take. */
  public Duration requestTimeout() {
    return values.requestTimeout;
  }

  /**
   * How long a gateway in front of the function waits for its answer, where that is not what it is
   * on every account: 29 seconds for REST APIs of API Gateway, 30 for HTTP APIs. Null for that.
   */
  public @Nullable Duration gatewayTimeout() {
    return values.gatewayTimeout;
  }

  /**
   * How many handlers may run at once. Who comes then is answered 503; so handlers that never end
   * cannot use the process up.
   */
  public int handlerLimit() {
    return values.handlerLimit;
  }

  /**
   * Whether the stack traces of exceptions are shown to clients in {@code debug}, as the Flex SDK
   * does it. For development only.
   */
  public boolean stackTraces() {
    return values.stackTraces;
  }

  /**
   * Whether answers are compressed with gzip where the caller accepts it and the platform can carry
   * it. Answers under a kilobyte are not.
   */
  public boolean compression() {
    return values.compression;
  }

  /**
   * What finds a user's authoritative name for {@code getAuthoritativeUsername}; null where the
   * authenticated one has to do. It has no setting: only code can say it.
   */
  public @Nullable AuthoritativeUsername authoritativeUsername() {
    return values.authoritativeUsername;
  }

  /**
   * The hosts, beside {@code https://*.kinvey.com}, that may be called as Kinvey's backend. Kinvey
   * names the backend in a header of its call, and the app's master secret is sent there: hence
   * only to hosts that are known. {@link #withAllowedBaasHosts} says how they are written.
   */
  public List<String> allowedBaasHosts() {
    return values.allowedBaasHosts;
  }

  /**
   * What may stand before the service's own paths, where a gateway or proxy passes it on; {@link
   * #withBasePaths} says how it is taken away.
   */
  public List<String> basePaths() {
    return values.basePaths;
  }

  /**
   * What makes the HTTP client for calls to Kinvey's backend; null for the default, the SDK's
   * client over the JDK's connections. It has no setting: only code can say it.
   */
  public @Nullable Supplier<? extends SdkHttpClient> httpClient() {
    return values.httpClient;
  }

  /**
   * How often each kind of request is made up and answered before a snapshot of the process is
   * taken, on platforms that take one, so that the first request after a restore finds the library
   * loaded and compiled. No handler of the service is called by that. 0 for not at all.
   */
  public int primingRounds() {
    return values.primingRounds;
  }

  /** With another shared secret, which is not empty; null for none. */
  public FlexOptions withSharedSecret(@Nullable String secret) {
    requireNonEmpty(secret, "sharedSecret");
    Values copy = values.copy();
    copy.sharedSecret = secret;
    return new FlexOptions(copy);
  }

  /** With another secret that is still accepted, which is not empty; null for none. */
  public FlexOptions withPreviousSharedSecret(@Nullable String secret) {
    requireNonEmpty(secret, "previousSharedSecret");
    Values copy = values.copy();
    copy.previousSharedSecret = secret;
    return new FlexOptions(copy);
  }

  /**
   * With the address of a source that the shared secret is fetched from, in place of any other
   * source.
   *
   * @param address a scheme, a colon and a name: {@code file:/run/secrets/flex} everywhere, {@code
   *     aws-secretsmanager:NAME} and {@code aws-ssm:/path/name} on AWS Lambda, {@code
   *     gcp-secretmanager:projects/P/secrets/S} on Google Cloud. Which ones are known is found out
   *     when the service starts; null for none
   */
  public FlexOptions withSharedSecretSource(@Nullable String address) {
    requireNonEmpty(address, "sharedSecretSource");
    Values copy = values.copy();
    copy.sharedSecretSource = address;
    copy.secretSource = null;
    return new FlexOptions(copy);
  }

  /**
   * With a source of one's own that the shared secret is fetched from, in place of any other
   * source; null for none.
   */
  public FlexOptions withSecretSource(@Nullable SecretSource source) {
    Values copy = values.copy();
    copy.secretSource = source;
    copy.sharedSecretSource = null;
    return new FlexOptions(copy);
  }

  /** With another time that a secret is used before it is fetched again: one second or more. */
  public FlexOptions withSharedSecretTtl(Duration ttl) {
    requireNonNull(ttl, "ttl == null");
    if (ttl.compareTo(Duration.ofSeconds(1)) < 0 || ttl.compareTo(Duration.ofDays(365)) > 0) {
      throw new IllegalArgumentException(
          "sharedSecretTtl is not within a second and a year: " + ttl);
    }
    Values copy = values.copy();
    copy.sharedSecretTtl = ttl;
    return new FlexOptions(copy);
  }

  /** With another host for the local adapter. */
  public FlexOptions withHost(String host) {
    requireNonNull(host, "host == null");
    Values copy = values.copy();
    copy.host = host;
    return new FlexOptions(copy);
  }

  /** With another port for the local adapter. */
  public FlexOptions withPort(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is not within 0 and 65535: " + port);
    }
    Values copy = values.copy();
    copy.port = port;
    return new FlexOptions(copy);
  }

  /** With another limit for bodies, in bytes. */
  public FlexOptions withRequestBodyLimit(long limit) {
    if (limit < 1 || limit > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "requestBodyLimit is not within 1 and 2147483639: " + limit);
    }
    Values copy = values.copy();
    copy.requestBodyLimit = limit;
    return new FlexOptions(copy);
  }

  /** With another time for handlers. */
  public FlexOptions withRequestTimeout(Duration timeout) {
    requireNonNull(timeout, "timeout == null");
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("requestTimeout <= 0: " + timeout);
    }
    Values copy = values.copy();
    copy.requestTimeout = timeout;
    return new FlexOptions(copy);
  }

  /** With another time that the gateway waits, as its account has it; null for the usual one. */
  public FlexOptions withGatewayTimeout(@Nullable Duration timeout) {
    if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
      throw new IllegalArgumentException("gatewayTimeout <= 0: " + timeout);
    }
    Values copy = values.copy();
    copy.gatewayTimeout = timeout;
    return new FlexOptions(copy);
  }

  /** With another limit for handlers that run at once. */
  public FlexOptions withHandlerLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("handlerLimit < 1: " + limit);
    }
    Values copy = values.copy();
    copy.handlerLimit = limit;
    return new FlexOptions(copy);
  }

  /** With or without stack traces in answers. */
  public FlexOptions withStackTraces(boolean shown) {
    Values copy = values.copy();
    copy.stackTraces = shown;
    return new FlexOptions(copy);
  }

  /** With or without compressed answers. */
  public FlexOptions withCompression(boolean compressed) {
    Values copy = values.copy();
    copy.compression = compressed;
    return new FlexOptions(copy);
  }

  /** With a way to find the authoritative names of users; null for none. */
  public FlexOptions withAuthoritativeUsername(@Nullable AuthoritativeUsername finder) {
    Values copy = values.copy();
    copy.authoritativeUsername = finder;
    return new FlexOptions(copy);
  }

  /**
   * With these hosts allowed as Kinvey's backend, beside {@code https://*.kinvey.com}.
   *
   * @param hosts each {@code host}, {@code host:port} or either with {@code http://} or {@code
   *     https://} before it. Without a scheme https is meant, without a port any; {@code *.} at the
   *     beginning of a host stands for everything beneath it
   * @throws IllegalArgumentException where one is written in another way
   */
  public FlexOptions withAllowedBaasHosts(List<String> hosts) {
    BackendHosts.of(hosts);
    Values copy = values.copy();
    copy.allowedBaasHosts = List.copyOf(hosts);
    return new FlexOptions(copy);
  }

  /**
   * With these base paths, one of which is taken away from the beginning of a request's path: whole
   * segments, once, the longest that fits. A path that begins with none stays as it is. What the
   * platform itself tells (a stage, the base path mapping of a REST API) needs no option.
   *
   * @param paths each begins with a slash, for example {@code /v1} or {@code /kinvey/flex}; encoded
   *     as in a URL where it has other than plain characters
   * @throws IllegalArgumentException where one is no such path
   */
  public FlexOptions withBasePaths(List<String> paths) {
    BasePaths.of(paths);
    Values copy = values.copy();
    copy.basePaths = List.copyOf(paths);
    return new FlexOptions(copy);
  }

  /**
   * With another HTTP client for calls to Kinvey's backend.
   *
   * @param client asked by the first call to the backend, and by the first after a restore from a
   *     snapshot, when the client of before it is closed; else it is closed with the service. It
   *     must not follow redirects nor repeat a POST; null for the default. For the SDK's {@code
   *     UrlConnectionHttpClient}, as for the default, the system property {@code
   *     sun.net.http.retryPost} is set to false
   */
  public FlexOptions withHttpClient(@Nullable Supplier<? extends SdkHttpClient> client) {
    Values copy = values.copy();
    copy.httpClient = client;
    return new FlexOptions(copy);
  }

  /** With another number of rounds in which a snapshot is primed; 0 for none. */
  public FlexOptions withPrimingRounds(int rounds) {
    if (rounds < 0) {
      throw new IllegalArgumentException("primingRounds < 0: " + rounds);
    }
    Values copy = values.copy();
    copy.primingRounds = rounds;
    return new FlexOptions(copy);
  }

  /**
   * These options, overridden by the settings that are set.
   *
   * @throws IllegalArgumentException where a setting has no valid value; the message names it
   */
  public FlexOptions overriddenBy(FlexSettings settings) {
    return new SettingsReader(settings).override(this);
  }

  private static void requireNonEmpty(@Nullable String secret, String name) {
    if (secret != null && secret.isEmpty()) {
      throw new IllegalArgumentException(name + " is empty");
    }
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "FlexOptions{host="
        + values.host
        + ", port="
        + values.port
        + ", requestBodyLimit="
        + values.requestBodyLimit
        + ", requestTimeout="
        + values.requestTimeout
        + ", gatewayTimeout="
        + values.gatewayTimeout
        + ", handlerLimit="
        + values.handlerLimit
        + ", stackTraces="
        + values.stackTraces
        + ", compression="
        + values.compression
        + ", allowedBaasHosts="
        + values.allowedBaasHosts
        + ", basePaths="
        + values.basePaths
        + ", primingRounds="
        + values.primingRounds
        + "}";
  }
}
