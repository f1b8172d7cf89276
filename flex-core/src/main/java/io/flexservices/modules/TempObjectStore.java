package io.flexservices.modules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Small values that live as long as a client's request, written in a pre hook say and read in the
 * post hook: what is set here travels back to Kinvey in the answer of a function. In data events it
 * starts empty and ends with the handler, because Kinvey's call carries none. One for each request;
 * safe to use from several threads.
 */
public final class TempObjectStore {
  private final Map<String, @Nullable Object> values;

  /** A store that begins with the values that the request brought. */
  public TempObjectStore(Map<String, @Nullable Object> values) {
    this.values = Collections.synchronizedMap(new LinkedHashMap<>(values));
  }

  /** The value of a key, or null where there is none. */
  public @Nullable Object get(String key) {
    return values.get(key);
  }

  /**
   * Sets the value of a key.
   *
   * @param value any value with a JSON form
   */
  public void set(String key, @Nullable Object value) {
    values.put(key, value);
  }

  /** All keys and values, as they are now. */
  public Map<String, @Nullable Object> getAll() {
    synchronized (values) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }
}
