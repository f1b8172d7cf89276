package io.flexservices.modules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties that travel with a request through Kinvey's pipeline. One for each request; safe
 * to use from several threads.
 */
public final class RequestContext {
  private final Map<String, @Nullable Object> customRequestProperties;

  /** A context that begins with the properties that the request brought. */
  public RequestContext(Map<String, @Nullable Object> customRequestProperties) {
    this.customRequestProperties =
        Collections.synchronizedMap(new LinkedHashMap<>(customRequestProperties));
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
}
