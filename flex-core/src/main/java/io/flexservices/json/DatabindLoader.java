package io.flexservices.json;

import org.jspecify.annotations.Nullable;

/**
 * Loads {@link Databind} when it is first needed. A class of its own: where jackson-databind is
 * missing, {@link Databind} fails to link before any code of its own runs.
 */
final class DatabindLoader {
  private static @Nullable Databind loaded;

  private DatabindLoader() {}

  static synchronized Databind load() {
    if (loaded == null) {
      try {
        loaded = new Databind();
      } catch (NoClassDefFoundError e) {
        throw new IllegalStateException(
            "Values of a class of your own need com.fasterxml.jackson.core:jackson-databind on the"
                + " class path; add it, or give a Map",
            e);
      }
    }
    return loaded;
  }
}
