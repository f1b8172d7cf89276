package io.flexservices;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Reads settings into options; a value that does not fit is refused with the setting's name. */
final class SettingsReader {
  private final FlexSettings settings;

  SettingsReader(FlexSettings settings) {
    this.settings = settings;
  }

  FlexOptions override(FlexOptions coded) {
    FlexOptions options = withoutWhatIsReplaced(coded);
    for (FlexSetting setting : FlexSetting.values()) {
      String text = settings.get(setting);
      if (text != null) {
        options = with(options, setting, text);
      }
    }
    return options;
  }

  /** A secret in the settings replaces a source in the code, and the other way round. */
  private FlexOptions withoutWhatIsReplaced(FlexOptions coded) {
    if (settings.get(FlexSetting.SHARED_SECRET_SOURCE) != null) {
      return coded.withSharedSecret(null).withPreviousSharedSecret(null);
    }
    return settings.get(FlexSetting.SHARED_SECRET) != null ? coded.withSecretSource(null) : coded;
  }

  private static FlexOptions with(FlexOptions options, FlexSetting setting, String text) {
    try {
      return parsed(options, setting, text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The setting %s (%s) has no valid value: %s"
              .formatted(setting.environmentVariable(), setting.systemProperty(), e.getMessage()),
          e);
    }
  }

  // By name: to switch over the enum takes a class more, at every start.
  private static FlexOptions parsed(FlexOptions options, FlexSetting setting, String text) {
    return switch (setting.name()) {
      case "SHARED_SECRET" -> options.withSharedSecret(text);
      case "PREVIOUS_SHARED_SECRET" -> options.withPreviousSharedSecret(text);
      case "SHARED_SECRET_SOURCE" -> options.withSharedSecretSource(text);
      case "SHARED_SECRET_TTL_SECONDS" ->
          options.withSharedSecretTtl(Duration.ofSeconds(Long.parseLong(text)));
      case "HOST" -> options.withHost(text);
      case "PORT" -> options.withPort(Integer.parseInt(text));
      case "REQUEST_BODY_LIMIT" -> options.withRequestBodyLimit(Long.parseLong(text));
      case "REQUEST_TIMEOUT_MS" -> options.withRequestTimeout(millis(text));
      case "GATEWAY_TIMEOUT_MS" -> options.withGatewayTimeout(millis(text));
      case "HANDLER_LIMIT" -> options.withHandlerLimit(Integer.parseInt(text));
      case "STACK_TRACES" -> options.withStackTraces(bool(text));
      case "COMPRESS" -> options.withCompression(bool(text));
      case "ALLOWED_BAAS_HOSTS" -> options.withAllowedBaasHosts(list(text));
      case "BASE_PATHS" -> options.withBasePaths(list(text));
      case "PRIMING_ROUNDS" -> options.withPrimingRounds(Integer.parseInt(text));
      // No options: who needs these asks the settings.
      case "SERVICE", "BACKGROUND_JOURNAL", "CLOUD_TASKS_QUEUE", "FUNCTION_URL" -> options;
      default -> throw new IllegalStateException("It is not read: " + setting);
    };
  }

  private static Duration millis(String text) {
    return Duration.ofMillis(Long.parseLong(text));
  }

  private static List<String> list(String text) {
    return Stream.of(text.split(",")).map(String::trim).filter(item -> !item.isEmpty()).toList();
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false: " + text);
    };
  }
}
