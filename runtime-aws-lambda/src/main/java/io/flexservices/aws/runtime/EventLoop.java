package io.flexservices.aws.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.flexservices.log.JsonLogger;
import java.io.ByteArrayInputStream;
import java.io.IOError;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Hands a handler one event after the other, on the calling thread. */
final class EventLoop {
  /**
   * Where the X-Ray SDK for Java looks for the trace of the event, and the client of the managed
   * runtime puts it; a process cannot change its own environment, where other languages look.
   */
  static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

  private final RuntimeApi api;
  private final RequestStreamHandler handler;
  private final FunctionVariables function;
  private final Clock clock;
  private final JsonLogger logger;

  EventLoop(
      RuntimeApi api,
      RequestStreamHandler handler,
      FunctionVariables function,
      Clock clock,
      JsonLogger logger) {
    this.api = api;
    this.handler = handler;
    this.function = function;
    this.clock = clock;
    this.logger = logger;
  }

  /**
   * Runs until an error of the handler's leaves the JVM in doubt.
   *
   * @throws IOException where the Runtime API fails
   */
  void run() throws IOException {
    boolean goesOn = true;
    while (goesOn) {
      Invocation invocation = api.next();
      traceBy(invocation.traceId());
      goesOn = answer(invocation);
      // A handler may have left it set, and the next event's must not see it.
      Thread.interrupted();
    }
  }

  /** Says whether there may be another event after this one. */
  private boolean answer(Invocation invocation) throws IOException {
    AnswerBuffer answer = new AnswerBuffer();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(invocation.event()),
          answer,
          new InvocationContext(invocation, function, clock));
    } catch (Throwable e) {
      logger.with("awsRequestId", invocation.id()).error("The handler failed", e);
      accepted(invocation, api.fail(invocation.id(), e));
      // What the client of the managed runtime ends after as well.
      return !(e instanceof VirtualMachineError) && !(e instanceof IOError);
    }
    accepted(invocation, api.answer(invocation.id(), answer.octets(), answer.size()));
    return true;
  }

  /** The function is in order where its answer was refused: too large, or too late. */
  private void accepted(Invocation invocation, HttpAnswer reply) {
    if (!reply.isSuccess()) {
      logger
          .with("awsRequestId", invocation.id())
          .error("Lambda refused the answer with " + reply.describe());
    }
  }

  private static void traceBy(@Nullable String traceId) {
    if (traceId == null) {
      System.clearProperty(TRACE_PROPERTY);
    } else {
      System.setProperty(TRACE_PROPERTY, traceId);
    }
  }
}
