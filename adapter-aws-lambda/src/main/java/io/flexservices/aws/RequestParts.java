package io.flexservices.aws;

import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestRejected;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a request that several sources have in common. */
final class RequestParts {
  private RequestParts() {}

  /**
   * The method in capitals.
   *
   * @throws RequestRejected where there is none
   */
  static String method(@Nullable String method) {
    return required(method, "method").toUpperCase(Locale.ROOT);
  }

  /**
   * The path as the event has it.
   *
   * @throws RequestRejected where there is none
   */
  static String path(@Nullable String path) {
    return required(path, "path");
  }

  /** Headers; a value with commas stays one value. */
  static FlexHeaders headers(List<EventObject.Line> lines) {
    return headerLines(lines).build();
  }

  /** Headers, to add more to. */
  static FlexHeaders.Builder headerLines(List<EventObject.Line> lines) {
    FlexHeaders.Builder headers = FlexHeaders.builder();
    for (EventObject.Line line : lines) {
      headers.add(line.name(), line.value());
    }
    return headers;
  }

  /** Query parameters that the source has decoded. */
  static QueryParameters decodedQuery(List<EventObject.Line> lines) {
    QueryParameters.Builder query = QueryParameters.builder();
    for (EventObject.Line line : lines) {
      query.add(line.name(), line.value());
    }
    return query.build();
  }

  /**
   * Query parameters that the source has split and not decoded.
   *
   * @throws RequestRejected where an escape is malformed
   */
  static QueryParameters encodedQuery(List<EventObject.Line> lines) {
    QueryParameters.Builder query = QueryParameters.builder();
    for (EventObject.Line line : lines) {
      query.addEncoded(line.name(), line.value());
    }
    return query.build();
  }

  private static String required(@Nullable String text, String what) {
    if (text == null) {
      throw RequestRejected.malformed("The event has no " + what);
    }
    return text;
  }
}
