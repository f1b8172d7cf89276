package io.flexservices.aws.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Handlers, which a function names. */
public final class Handlers {
  private Handlers() {}

  /** The setting {@code Handler} for one of the classes here. */
  static String name(Class<?> handler) {
    return handler.getName() + "::handleRequest";
  }

  /**
   * Answers with its event, in a shape that HTTP APIs take; an event with one of the words below
   * makes it do otherwise.
   */
  public static final class Echo implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
      if (event.contains("do-throw")) {
        throw new IllegalStateException("the text of an exception");
      } else if (event.contains("do-overflow")) {
        throw new StackOverflowError();
      } else if (event.contains("do-interrupt")) {
        Thread.currentThread().interrupt();
      } else if (event.contains("do-hang")) {
        hang();
      } else if (event.contains("do-large")) {
        output.write('"');
        output.write("x".repeat(6_291_454).getBytes(StandardCharsets.UTF_8));
        output.write('"');
        return;
      }
      String seen = event.contains("do-tell") ? told(context) : event;
      output.write(seen.getBytes(StandardCharsets.UTF_8));
    }

    private static String told(Context context) {
      return String.join(
          " ",
          context.getAwsRequestId(),
          Integer.toString(context.getRemainingTimeInMillis()),
          context.getInvokedFunctionArn(),
          context.getFunctionName(),
          context.getFunctionVersion(),
          context.getLogGroupName(),
          context.getLogStreamName(),
          Integer.toString(context.getMemoryLimitInMB()),
          context.getXrayTraceId(),
          System.getProperty(EventLoop.TRACE_PROPERTY),
          Boolean.toString(Thread.currentThread().isInterrupted()));
    }

    private static void hang() {
      System.out.println("hanging " + ProcessHandle.current().pid());
      while (true) {
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException e) {
          // Goes on.
        }
      }
    }
  }

  /** Cannot be made. */
  public static final class Unmakeable implements RequestStreamHandler {
    /** Fails. */
    public Unmakeable() {
      throw new IllegalStateException("there is no service");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {}
  }

  /** Has no constructor for a runtime. */
  public static final class Unreachable implements RequestStreamHandler {
    private Unreachable() {}

    static RequestStreamHandler make() {
      return new Unreachable();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {}
  }

  /** Is of another kind. */
  public static final class Typed implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String input, Context context) {
      return input;
    }
  }
}
