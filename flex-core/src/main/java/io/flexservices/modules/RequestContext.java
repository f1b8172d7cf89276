package io.flexservices.modules;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who made the request and with what, and the properties that travel with it through Kinvey's
 * pipeline. One for each request; safe to use from several threads.
 */
public final class RequestContext {
  private final RequestIdentity identity;
  private final Map<String, @Nullable Object> customRequestProperties;

  /** A context that begins with the properties that the request brought. */
  public RequestContext(
      RequestIdentity identity, Map<String, @Nullable Object> customRequestProperties) {
    this.identity = requireNonNull(identity, "identity == null");
    this.customRequestProperties =
        Collections.synchronizedMap(new LinkedHashMap<>(customRequestProperties));
  }

  /**
   * The id of the user who made the request. Where it was made with the app's own credentials, and
   * Kinvey names no user, the app key; else empty.
   */
  public String getAuthenticatedUserId() {
    String appKey = identity.userId().isEmpty() && isMadeByApp() ? identity.appKey() : null;
    return appKey == null ? identity.userId() : appKey;
  }

  /** The name of the user who made the request, empty where Kinvey names none. */
  public String getAuthenticatedUsername() {
    return identity.username();
  }

  /**
   * The name that the user has with whoever vouches for the user, found by what {@code
   * FlexOptions.withAuthoritativeUsername} says. Kinvey no longer sends it, and the newest Flex SDK
   * has no such method; without that option this is the authenticated name, and the log says so
   * once.
   */
  public String getAuthoritativeUsername() {
    String name = identity.authoritativeUsername();
    return name == null ? getAuthenticatedUsername() : name;
  }

  /** With what credentials the request was made. */
  public SecurityContext getSecurityContext() {
    return identity.securityContext();
  }

  /** The version of the client app that made the request. */
  public ClientAppVersion clientAppVersion() {
    return new ClientAppVersion(identity.clientAppVersion());
  }

  /** A custom request property, or null where there is none of that name. */
  public @Nullable Object getCustomRequestProperty(String name) {
    return customRequestProperties.get(name);
  }

  /**
   * Sets a custom request property, which travels on with {@code next()}.
   *
   * @param value any value with a JSON form
   */
  public void setCustomRequestProperty(String name, @Nullable Object value) {
    customRequestProperties.put(name, value);
  }

  /** All custom request properties, as they are now. */
  public Map<String, @Nullable Object> getCustomRequestProperties() {
    synchronized (customRequestProperties) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(customRequestProperties));
    }
  }

  private boolean isMadeByApp() {
    SecurityContext made = identity.securityContext();
    return made == SecurityContext.APP || made == SecurityContext.MASTER;
  }
}
