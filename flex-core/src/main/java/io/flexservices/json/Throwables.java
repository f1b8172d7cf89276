package io.flexservices.json;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an exception is shown as JSON: {@code {name, message, stack}}, as the Flex SDK shows it. */
public final class Throwables {
  private Throwables() {}

  /** The name and the message. */
  public static Map<String, @Nullable Object> describe(Throwable thrown) {
    Map<String, @Nullable Object> description = new LinkedHashMap<>();
    description.put("name", name(thrown));
    description.put("message", thrown.getMessage() == null ? "" : thrown.getMessage());
    return description;
  }

  /** The name, the message and the stack trace. */
  public static Map<String, @Nullable Object> describeWithStack(Throwable thrown) {
    Map<String, @Nullable Object> description = describe(thrown);
    description.put("stack", stack(thrown));
    return description;
  }

  /** {@code Name: message}, or the name where there is no message. */
  public static String summary(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null || message.isEmpty() ? name(thrown) : name(thrown) + ": " + message;
  }

  /** The stack trace as text. */
  public static String stack(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private static String name(Throwable thrown) {
    String simple = thrown.getClass().getSimpleName();
    return simple.isEmpty() ? thrown.getClass().getName() : simple;
  }
}
