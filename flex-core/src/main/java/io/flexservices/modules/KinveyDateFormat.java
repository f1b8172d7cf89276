package io.flexservices.modules;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.Function;

/**
 * What a Kinvey date string is turned into.
 *
 * @param <T> the type of the result
 */
public final class KinveyDateFormat<T> {
  /** A point in time, in place of JavaScript's {@code Date}; called {@code date} in the SDK. */
  public static final KinveyDateFormat<Instant> DATE =
      new KinveyDateFormat<>("date", JsDates::parse);

  /** A time to calculate with, in UTC, in place of a moment; called {@code moment} in the SDK. */
  public static final KinveyDateFormat<ZonedDateTime> MOMENT =
      new KinveyDateFormat<>("moment", text -> JsDates.parse(text).atZone(ZoneOffset.UTC));

  /** The text between the quotation marks as it is, be it a date or not. */
  public static final KinveyDateFormat<String> STRING =
      new KinveyDateFormat<>("string", text -> text);

  private final String wireName;
  private final Function<String, T> decoder;

  private KinveyDateFormat(String wireName, Function<String, T> decoder) {
    this.wireName = wireName;
    this.decoder = decoder;
  }

  /**
   * The format of a name in the Flex SDK: {@code date}, {@code moment} or {@code string}.
   *
   * @throws IllegalArgumentException with the SDK's text "Invalid Format." where there is none
   */
  public static KinveyDateFormat<?> of(String wireName) {
    return switch (requireNonNull(wireName, "wireName == null")) {
      case "date" -> DATE;
      case "moment" -> MOMENT;
      case "string" -> STRING;
      default -> throw new IllegalArgumentException("Invalid Format.");
    };
  }

  /** The name in the Flex SDK. */
  public String wireName() {
    return wireName;
  }

  T decode(String text) {
    return decoder.apply(text);
  }

  /** The name in the Flex SDK. */
  @Override
  public String toString() {
    return wireName;
  }
}
