package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records that joins and hooks may read, by the names that schemas use. A value, safe to share
 * between threads.
 *
 * <pre>{@code
 * Services services = Services.none()
 *     .with("posts", collection("posts"))
 *     .with("users", userStore());
 * }</pre>
 */
public final class Services {
  private static final Services NONE = new Services(Map.of());

  private final Map<String, RecordsSource> sources;

  private Services(Map<String, RecordsSource> sources) {
    this.sources = sources;
  }

  /** No services. */
  public static Services none() {
    return NONE;
  }

  /** These services and one more, in place of one of the same name. */
  public Services with(String name, RecordsSource source) {
    requireNonNull(name, "name == null");
    requireNonNull(source, "source == null");
    Map<String, RecordsSource> more = new LinkedHashMap<>(sources);
    more.put(name, source);
    return new Services(more);
  }

  /** These services and one more, the same for every call. */
  public Services withRecords(String name, Records records) {
    requireNonNull(records, "records == null");
    return with(name, context -> records);
  }

  /** The source of that name; null where there is none. */
  public @Nullable RecordsSource source(String name) {
    return sources.get(name);
  }
}
