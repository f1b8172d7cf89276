package io.flexservices.aws.runtime;

import io.flexservices.json.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as Lambda takes it: {@code {errorMessage, errorType, stackTrace}}. */
final class ErrorReport {
  /** Deeper ones come of a recursion without end, and say no more. */
  private static final int DEEPEST = 200;

  private ErrorReport() {}

  static byte[] of(Throwable error) {
    String type = error.getClass().getName();
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    report.put("errorMessage", message(error, type));
    report.put("errorType", type);
    report.put("stackTrace", trace(error));
    return Json.bytes(report);
  }

  /** An exception's class may be the service's own, and its methods may fail. */
  private static String message(Throwable error, String otherwise) {
    try {
      String message = error.getLocalizedMessage();
      return message == null ? otherwise : message;
    } catch (RuntimeException e) {
      return otherwise;
    }
  }

  private static List<String> trace(Throwable error) {
    return Arrays.stream(error.getStackTrace())
        .limit(DEEPEST)
        .map(StackTraceElement::toString)
        .toList();
  }
}
