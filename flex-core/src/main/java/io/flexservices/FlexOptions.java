package io.flexservices;

import static java.util.Objects.requireNonNull;

import io.flexservices.internal.kinvey.BackendHosts;
import io.flexservices.modules.AuthoritativeUsername;
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
  private static final FlexOptions DEFAULTS =
      new FlexOptions(
          null,
          null,
          "localhost",
          10001,
          26_214_400,
          Duration.ofSeconds(60),
          false,
          null,
          List.of(),
          null);

  private final @Nullable String sharedSecret;
  private final @Nullable String previousSharedSecret;
  private final String host;
  private final int port;
  private final long requestBodyLimit;
  private final Duration requestTimeout;
  private final boolean stackTraces;
  private final @Nullable AuthoritativeUsername authoritativeUsername;
  private final List<String> allowedBaasHosts;
  private final @Nullable Supplier<? extends SdkHttpClient> httpClient;

  private FlexOptions(
      @Nullable String sharedSecret,
      @Nullable String previousSharedSecret,
      String host,
      int port,
      long requestBodyLimit,
      Duration requestTimeout,
      boolean stackTraces,
      @Nullable AuthoritativeUsername authoritativeUsername,
      List<String> allowedBaasHosts,
      @Nullable Supplier<? extends SdkHttpClient> httpClient) {
    this.sharedSecret = sharedSecret;
    this.previousSharedSecret = previousSharedSecret;
    this.host = host;
    this.port = port;
    this.requestBodyLimit = requestBodyLimit;
    this.requestTimeout = requestTimeout;
    this.stackTraces = stackTraces;
    this.authoritativeUsername = authoritativeUsername;
    this.allowedBaasHosts = allowedBaasHosts;
    this.httpClient = httpClient;
  }

  /**
   * No secret, {@code localhost:10001}, bodies of 26,214,400 bytes, 60 seconds, no stack traces.
   */
  public static FlexOptions defaults() {
    return DEFAULTS;
  }

  /**
   * What Kinvey sends in {@code X-Auth-Key}; the same must be set in Kinvey's console. Null: every
   * caller is served.
   */
  public @Nullable String sharedSecret() {
    return sharedSecret;
  }

  /**
   * A secret that is still accepted beside {@link #sharedSecret()}, while it is being replaced in
   * Kinvey's console.
   */
  public @Nullable String previousSharedSecret() {
    return previousSharedSecret;
  }

  /** Whether a secret is needed to be served. */
  public boolean isGuarded() {
    return sharedSecret != null || previousSharedSecret != null;
  }

  /** The host that the local adapter listens on. */
  public String host() {
    return host;
  }

  /** The port that the local adapter listens on; 0 for any that is free. */
  public int port() {
    return port;
  }

  /** How many bytes a request's body may have. */
  public long requestBodyLimit() {
    return requestBodyLimit;
  }

  /** How long a handler may take. */
  public Duration requestTimeout() {
    return requestTimeout;
  }

  /**
   * Whether the stack traces of exceptions are shown to clients in {@code debug}, as the Flex SDK
   * does it. For development only.
   */
  public boolean stackTraces() {
    return stackTraces;
  }

  /**
   * What finds a user's authoritative name for {@code getAuthoritativeUsername}; null where the
   * authenticated one has to do. It has no setting: only code can say it.
   */
  public @Nullable AuthoritativeUsername authoritativeUsername() {
    return authoritativeUsername;
  }

  /**
   * The hosts, beside {@code https://*.kinvey.com}, that may be called as Kinvey's backend. Kinvey
   * names the backend in a header of its call, and the app's master secret is sent there: hence
   * only to hosts that are known. {@link #withAllowedBaasHosts} says how they are written.
   */
  public List<String> allowedBaasHosts() {
    return allowedBaasHosts;
  }

  /**
   * What makes the HTTP client for calls to Kinvey's backend; null for the default, the SDK's
   * client over the JDK's connections. It has no setting: only code can say it.
   */
  public @Nullable Supplier<? extends SdkHttpClient> httpClient() {
    return httpClient;
  }

  /** With another shared secret, which is not empty; null for none. */
  public FlexOptions withSharedSecret(@Nullable String secret) {
    requireNonEmpty(secret, "sharedSecret");
    return new FlexOptions(
        secret,
        previousSharedSecret,
        host,
        port,
        requestBodyLimit,
        requestTimeout,
        stackTraces,
        authoritativeUsername,
        allowedBaasHosts,
        httpClient);
  }

  /** With another secret that is still accepted, which is not empty; null for none. */
  public FlexOptions withPreviousSharedSecret(@Nullable String secret) {
    requireNonEmpty(secret, "previousSharedSecret");
    return new FlexOptions(
        sharedSecret,
        secret,
        host,
        port,
        requestBodyLimit,
        requestTimeout,
        stackTraces,
        authoritativeUsername,
        allowedBaasHosts,
        httpClient);
  }

  /** With another host for the local adapter. */
  public FlexOptions withHost(String host) {
    requireNonNull(host, "host == null");
    return new FlexOptions(
        sharedSecret,
        previousSharedSecret,
        host,
        port,
        requestBodyLimit,
        requestTimeout,
        stackTraces,
        authoritativeUsername,
        allowedBaasHosts,
        httpClient);
  }

  /** With another port for the local adapter. */
  public FlexOptions withPort(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is not within 0 and 65535: " + port);
    }
    return new FlexOptions(
        sharedSecret,
        previousSharedSecret,
        host,
        port,
        requestBodyLimit,
        requestTimeout,
        stackTraces,
        authoritativeUsername,
        allowedBaasHosts,
        httpClient);
  }

  /** With another limit for bodies, in bytes. */
  public FlexOptions withRequestBodyLimit(long limit) {
    if (limit < 1 || limit > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "requestBodyLimit is not within 1 and 2147483639: " + limit);
    }
    return new FlexOptions(
        sharedSecret,
        previousSharedSecret,
        host,
        port,
        limit,
        requestTimeout,
        stackTraces,
        authoritativeUsername,
        allowedBaasHosts,
        httpClient);
  }

  /** With another time for handlers. */
  public FlexOptions withRequestTimeout(Duration timeout) {
    requireNonNull(timeout, "timeout == null");
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("requestTimeout <= 0: " + timeout);
    }
    return new FlexOptions(
        sharedSecret,
        previousSharedSecret,
        host,
        port,
        requestBodyLimit,
        timeout,
        stackTraces,
        authoritativeUsername,
        allowedBaasHosts,
        httpClient);
  }

  /** With or without stack traces in answers. */
  public FlexOptions withStackTraces(boolean shown) {
    return new FlexOptions(
        sharedSecret,
        previousSharedSecret,
        host,
        port,
        requestBodyLimit,
        requestTimeout,
        shown,
        authoritativeUsername,
        allowedBaasHosts,
        httpClient);
  }

  /** With a way to find the authoritative names of users; null for none. */
  public FlexOptions withAuthoritativeUsername(@Nullable AuthoritativeUsername finder) {
    return new FlexOptions(
        sharedSecret,
        previousSharedSecret,
        host,
        port,
        requestBodyLimit,
        requestTimeout,
        stackTraces,
        finder,
        allowedBaasHosts,
        httpClient);
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
    return new FlexOptions(
        sharedSecret,
        previousSharedSecret,
        host,
        port,
        requestBodyLimit,
        requestTimeout,
        stackTraces,
        authoritativeUsername,
        List.copyOf(hosts),
        httpClient);
  }

  /**
   * With another HTTP client for calls to Kinvey's backend.
   *
   * @param client asked once, by the first call to the backend; the client is closed with the
   *     service. It must not follow redirects nor repeat a POST; null for the default. For the
   *     SDK's {@code UrlConnectionHttpClient}, as for the default, the system property {@code
   *     sun.net.http.retryPost} is set to false
   */
  public FlexOptions withHttpClient(@Nullable Supplier<? extends SdkHttpClient> client) {
    return new FlexOptions(
        sharedSecret,
        previousSharedSecret,
        host,
        port,
        requestBodyLimit,
        requestTimeout,
        stackTraces,
        authoritativeUsername,
        allowedBaasHosts,
        client);
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
        + host
        + ", port="
        + port
        + ", requestBodyLimit="
        + requestBodyLimit
        + ", requestTimeout="
        + requestTimeout
        + ", stackTraces="
        + stackTraces
        + ", allowedBaasHosts="
        + allowedBaasHosts
        + "}";
  }
}
