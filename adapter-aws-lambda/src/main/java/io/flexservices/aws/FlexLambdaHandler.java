package io.flexservices.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.log.LogSink;
import io.flexservices.runtime.ServiceFinder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A Flex service as a Lambda function. The function's handler is
 *
 * <pre>{@code io.flexservices.aws.FlexLambdaHandler::handleRequest}</pre>
 *
 * <p>and its environment variable {@code FLEX_SERVICE} names the class of the service, where there
 * is no entry for {@link java.util.ServiceLoader}. Or a class of one's own is the handler:
 *
 * <pre>{@code
 * public final class WidgetHandler extends FlexLambdaHandler {
 *   public WidgetHandler() {
 *     super(new WidgetService());
 *   }
 * }
 * }</pre>
 *
 * <p>It recognises the events of API Gateway (REST APIs, and HTTP APIs with payload 1.0 and 2.0),
 * function URLs, load balancers in both modes, and a direct invocation in the shape
 *
 * <pre>
 * {@code {"method": "GET", "path": "/widgets/42?a=b", "headers": {"name": "value"}, "body": {}}}
 * </pre>
 *
 * <p>which is answered with {@code {"status", "headers", "body"}}. Each source is answered in its
 * own shape, also where a request is refused. A scheduled event of EventBridge, which keeps a
 * function warm, is answered with {@code {"statusCode": 200, "healthy": true}}; any other event
 * that is no HTTP request with an error as Kinvey's clients know it, {@code {"statusCode": 400,
 * "error", "description", "debug"}}, and a warning in the log.
 *
 * <p>Background work comes as an asynchronous invocation of the function, from itself or from a
 * schedule, with an event {@code {"flexBackground": {...}}}. To start some the function needs
 * {@code software.amazon.awssdk:http-auth-aws} on the class path, and to be allowed to invoke
 * itself; {@code docs/background.md} says how.
 *
 * <p>The service is built once, by the constructor. Lambda makes one instance for an execution
 * environment and hands it one event at a time; several at once do no harm.
 */
public class FlexLambdaHandler implements RequestStreamHandler {
  private final LambdaAdapter adapter;

  /**
   * A handler for the service that the environment names, or the {@link java.util.ServiceLoader}
   * knows.
   *
   * @throws IllegalStateException where there is no such service or it cannot be started; the
   *     message says why and what to do. Lambda shows it in the function's log.
   */
  public FlexLambdaHandler() {
    this(FlexSettings.ofProcess(), LogSink.standardOutput());
  }

  /**
   * A handler for a service of one's own.
   *
   * @throws IllegalStateException where it cannot be started; the message says why
   */
  public FlexLambdaHandler(FlexService service) {
    this(service, FlexSettings.ofProcess(), LogSink.standardOutput());
  }

  FlexLambdaHandler(FlexSettings settings, LogSink sink) {
    this(ServiceFinder.find(settings, FlexLambdaHandler.class.getClassLoader()), settings, sink);
  }

  FlexLambdaHandler(FlexService service, FlexSettings settings, LogSink sink) {
    InvokedFunction function = new InvokedFunction(System.getenv());
    this.adapter = LambdaAdapter.start(service, settings, sink, function, function);
  }

  /**
   * Answers one event, whatever it holds and the service does; or does the background work that the
   * event is, and then throws where that fails, so that Lambda tries it again.
   *
   * @param context tells how much time is left; where it is null, as in tests, the service's own
   *     request timeout counts alone
   * @throws IOException where the event cannot be read or the answer cannot be written
   */
  @Override
  public void handleRequest(InputStream event, OutputStream answer, @Nullable Context context)
      throws IOException {
    answer.write(adapter.answer(event.readAllBytes(), context));
  }
}
