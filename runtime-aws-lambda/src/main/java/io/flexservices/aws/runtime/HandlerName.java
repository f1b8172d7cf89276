package io.flexservices.aws.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * The name of a handler as Lambda has it: {@code package.Class::handleRequest}, or the class alone.
 */
record HandlerName(String className) {
  private static final String METHOD = "handleRequest";
  private static final String EXAMPLE = "io.flexservices.aws.FlexLambdaHandler::handleRequest";

  /**
   * The name in a text.
   *
   * @throws IllegalArgumentException where it is none; the message says what to write
   */
  static HandlerName of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(
          "The function has no handler: _HANDLER is not set. Set Handler to " + EXAMPLE);
    }
    int colons = text.indexOf("::");
    String className = colons < 0 ? text : text.substring(0, colons);
    if (colons >= 0 && !text.substring(colons + 2).equals(METHOD)) {
      throw new IllegalArgumentException(
          "The handler "
              + text
              + " is not called by its method "
              + METHOD
              + ". Set Handler to "
              + className
              + "::"
              + METHOD);
    }
    return new HandlerName(className);
  }

  /**
   * Makes the handler.
   *
   * @throws IllegalArgumentException where there is no such class, or it is no such handler; the
   *     message says what to do
   * @throws Throwable what its constructor throws
   */
  RequestStreamHandler make(ClassLoader loader) throws Throwable {
    Object handler;
    try {
      handler = Class.forName(className, true, loader).getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "There is no class " + className + " in the bundle; Handler is one like " + EXAMPLE, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "The handler " + className + " needs a public constructor without parameters", e);
    }
    if (handler instanceof RequestStreamHandler streams) {
      return streams;
    }
    throw new IllegalArgumentException(
        "The handler "
            + className
            + " is no "
            + RequestStreamHandler.class.getName()
            + ", and this runtime knows no other");
  }
}
