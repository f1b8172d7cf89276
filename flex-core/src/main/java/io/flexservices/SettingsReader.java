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
    FlexOptions o = coded;
    o = apply(o, FlexSetting.SHARED_SECRET, text -> text, FlexOptions::withSharedSecret);
    o =
        apply(
            o,
            FlexSetting.PREVIOUS_SHARED_SECRET,
            text -> text,
            FlexOptions::withPreviousSharedSecret);
    o = apply(o, FlexSetting.HOST, text -> text, FlexOptions::withHost);
    o = apply(o, FlexSetting.PORT, Integer::valueOf, FlexOptions::withPort);
    o = apply(o, FlexSetting.REQUEST_BODY_LIMIT, Long::valueOf, FlexOptions::withRequestBodyLimit);
    o =
        apply(
            o,
            FlexSetting.REQUEST_TIMEOUT_MS,
            SettingsReader::millis,
            FlexOptions::withRequestTimeout);
    o = apply(o, FlexSetting.STACK_TRACES, SettingsReader::bool, FlexOptions::withStackTraces);
    o =
        apply(
            o,
            FlexSetting.ALLOWED_BAAS_HOSTS,
            SettingsReader::list,
            FlexOptions::withAllowedBaasHosts);
    return apply(o, FlexSetting.BASE_PATHS, SettingsReader::list, FlexOptions::withBasePaths);
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
