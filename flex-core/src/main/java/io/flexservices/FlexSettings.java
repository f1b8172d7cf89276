package io.flexservices;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process was started with: system properties, then environment variables. A setting that is
 * empty counts as not set.
 */
public final class FlexSettings {
  private final Map<?, ?> systemProperties;
  private final Map<String, String> environment;

  private FlexSettings(Map<?, ?> systemProperties, Map<String, String> environment) {
    this.systemProperties = systemProperties;
    this.environment = environment;
  }

  /** The settings of this process. */
  public static FlexSettings ofProcess() {
    return new FlexSettings(System.getProperties(), System.getenv());
  }

  /** Settings by name, for tests and embedders. */
  public static FlexSettings of(
      Map<String, String> systemProperties, Map<String, String> environment) {
    requireNonNull(systemProperties, "systemProperties == null");
    requireNonNull(environment, "environment == null");
    return new FlexSettings(systemProperties, environment);
  }

  /** The value of a setting, or null where it is not set: the system property wins. */
  public @Nullable String get(FlexSetting setting) {
    String property = nonEmpty(systemProperties.get(setting.systemProperty()));
    return property != null ? property : nonEmpty(environment.get(setting.environmentVariable()));
  }

  private static @Nullable String nonEmpty(@Nullable Object value) {
    return value instanceof String text && !text.isEmpty() ? text : null;
  }
}
