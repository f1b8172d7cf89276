package io.flexservices.json;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * How an exception is shown as JSON: {@code {name, message, stack}}, as the Flex SDK shows it. An
 * exception may be of a user's class, so nothing here fails where its own methods do.
 */
public final class Throwables {
  private static final int STACK_HEAD = 8_192;
  private static final int STACK_TAIL = 4_096;

  private Throwables() {}

  /** The name and the message. */
  public static Map<String, @Nullable Object> describe(Throwable thrown) {
    Map<String, @Nullable Object> description = new LinkedHashMap<>();
    description.put("name", name(thrown));
    description.put("message", message(thrown));
    return description;
  }

  /** The name, the message and the stack trace. */
  public static Map<String, @Nullable Object> describeWithStack(Throwable thrown) {
    Map<String, @Nullable Object> description = describe(thrown);
    description.put("stack", stack(thrown));
    return description;
  }

  /** What was thrown, without the wrapper that a future puts around it. */
  public static Throwable unwrapped(Throwable thrown) {
    boolean isWrapper =
        thrown instanceof CompletionException || thrown instanceof ExecutionException;
    return isWrapper && thrown.getCause() != null ? thrown.getCause() : thrown;
  }

  /** {@code Name: message}, or the name where there is no message. */
  public static String summary(Throwable thrown) {
    String message = message(thrown);
    return message.isEmpty() ? name(thrown) : name(thrown) + ": " + message;
  }

  /**
   * The stack trace as text. Of one that is very long, as after a stack overflow, the middle is
   * left out: platforms cut long log lines.
   */
  public static String stack(Throwable thrown) {
    StringWriter text = new StringWriter();
    try {
      thrown.printStackTrace(new PrintWriter(text, true));
    } catch (Throwable e) {
      text.append(name(thrown)).append(", whose stack trace cannot be printed\n");
    }
    return text.getBuffer().length() <= STACK_HEAD + STACK_TAIL
        ? text.toString()
        : shortened(text.toString());
  }

  /** Where a thread was, line by line, the innermost call first. */
  public static String stack(StackTraceElement[] calls) {
    StringBuilder text = new StringBuilder();
    for (StackTraceElement call : calls) {
      text.append("\tat ").append(call).append('\n');
    }
    return text.length() <= STACK_HEAD + STACK_TAIL ? text.toString() : shortened(text.toString());
  }

  private static String shortened(String stack) {
    int end = stack.lastIndexOf('\n', STACK_HEAD) + 1;
    int begin = stack.indexOf('\n', stack.length() - STACK_TAIL) + 1;
    return stack.substring(0, end)
        + "\t... "
        + stack.substring(end, begin).lines().count()
        + " lines left out\n"
        + stack.substring(begin);
  }

  private static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "" : message;
    } catch (Throwable e) {
      return "";
    }
  }

  private static String name(Throwable thrown) {
    String simple = thrown.getClass().getSimpleName();
    return simple.isEmpty() ? thrown.getClass().getName() : simple;
  }
}
