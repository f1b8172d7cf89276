package io.flexservices;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a process was started with: system properties, then environment variables. A setting that is
 * empty counts as not set.
 */
public final class FlexSettings {
  private final Function<String, @Nullable String> systemProperties;
  private final Function<String, @Nullable String> environment;

  private FlexSettings(
      Function<String, @Nullable String> systemProperties,
      Function<String, @Nullable String> environment) {
    this.systemProperties = systemProperties;
    this.environment = environment;
  }

  /** The settings of this process. */
  public static FlexSettings ofProcess() {
    return new FlexSettings(System::getProperty, System::getenv);
  }

  /** Settings by name, for tests and embedders. */
  public static FlexSettings of(
      Map<String, String> systemProperties, Map<String, String> environment) {
    requireNonNull(systemProperties, "systemProperties == null");
    requireNonNull(environment, "environment == null");
    return new FlexSettings(systemProperties::get, environment::get);
  }

  /** The value of a setting, or null where it is not set: the system property wins. */
  public @Nullable String get(FlexSetting setting) {
    String property = systemProperties.apply(setting.systemProperty());
    String value =
        property != null && !property.isEmpty()
            ? property
            : environment.apply(setting.environmentVariable());
    return value == null || value.isEmpty() ? null : value;
  }
}
