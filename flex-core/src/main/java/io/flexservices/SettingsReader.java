package io.flexservices;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads settings into options; a value that does not fit is refused with the setting's name. */
final class SettingsReader {
  private final FlexSettings settings;

  SettingsReader(FlexSettings settings) {
    this.settings = settings;
  }

  FlexOptions override(FlexOptions coded) {
    FlexOptions o = withoutWhatIsReplaced(coded);
    o = apply(o, FlexSetting.SHARED_SECRET, text -> text, FlexOptions::withSharedSecret);
    o =
        apply(
            o,
            FlexSetting.PREVIOUS_SHARED_SECRET,
            text -> text,
            FlexOptions::withPreviousSharedSecret);
    o =
        apply(
            o, FlexSetting.SHARED_SECRET_SOURCE, text -> text, FlexOptions::withSharedSecretSource);
    o =
        apply(
            o,
            FlexSetting.SHARED_SECRET_TTL_SECONDS,
            SettingsReader::seconds,
            FlexOptions::withSharedSecretTtl);
    o = apply(o, FlexSetting.HOST, text -> text, FlexOptions::withHost);
    o = apply(o, FlexSetting.PORT, Integer::valueOf, FlexOptions::withPort);
    o = apply(o, FlexSetting.REQUEST_BODY_LIMIT, Long::valueOf, FlexOptions::withRequestBodyLimit);
    o =
        apply(
            o,
            FlexSetting.REQUEST_TIMEOUT_MS,
            SettingsReader::millis,
            FlexOptions::withRequestTimeout);
    o =
        apply(
            o,
            FlexSetting.GATEWAY_TIMEOUT_MS,
            SettingsReader::millis,
            FlexOptions::withGatewayTimeout);
    o = apply(o, FlexSetting.HANDLER_LIMIT, Integer::valueOf, FlexOptions::withHandlerLimit);
    o = apply(o, FlexSetting.STACK_TRACES, SettingsReader::bool, FlexOptions::withStackTraces);
    o = apply(o, FlexSetting.COMPRESS, SettingsReader::bool, FlexOptions::withCompression);
    o =
        apply(
            o,
            FlexSetting.ALLOWED_BAAS_HOSTS,
            SettingsReader::list,
            FlexOptions::withAllowedBaasHosts);
    return apply(o, FlexSetting.BASE_PATHS, SettingsReader::list, FlexOptions::withBasePaths);
  }

  /** A secret in the settings replaces a source in the code, and the other way round. */
  private FlexOptions withoutWhatIsReplaced(FlexOptions coded) {
    if (settings.get(FlexSetting.SHARED_SECRET_SOURCE) != null) {
      return coded.withSharedSecret(null).withPreviousSharedSecret(null);
    }
    return settings.get(FlexSetting.SHARED_SECRET) != null ? coded.withSecretSource(null) : coded;
  }

  private <T> FlexOptions apply(
      FlexOptions options,
      FlexSetting setting,
      Function<String, T> parser,
      BiFunction<FlexOptions, T, FlexOptions> with) {
    String text = settings.get(setting);
    if (text == null) {
      return options;
    }
    try {
      return with.apply(options, parser.apply(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The setting %s (%s) has no valid value: %s"
              .formatted(setting.environmentVariable(), setting.systemProperty(), e.getMessage()),
          e);
    }
  }

  private static Duration millis(String text) {
    return Duration.ofMillis(Long.parseLong(text));
  }

  private static Duration seconds(String text) {
    return Duration.ofSeconds(Long.parseLong(text));
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
