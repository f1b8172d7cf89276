package io.flexservices.gcp;

import static java.util.Objects.requireNonNull;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.error.KinveyError;
import io.flexservices.log.LogSink;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.runtime.ServiceFinder;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.BodyReader;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.Platform;
import io.flexservices.spi.RequestRejected;
import io.flexservices.spi.TaskDelivery;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/**
 * A Flex service as a Google Cloud function: name this class as the entry point, and the service in
 * the environment variable {@code FLEX_SERVICE} or in a {@code META-INF/services} file.
 *
 * <pre>{@code
 * gcloud functions deploy widgets --gen2 --runtime=java21 --source=target/gcp --trigger-http \
 *     --entry-point=io.flexservices.gcp.FlexHttpFunction \
 *     --set-env-vars=FLEX_SERVICE=com.example.WidgetService
 * }</pre>
 *
 * <p>Or hand the service over in a class of your own, and name that as the entry point:
 *
 * <pre>{@code
 * public final class WidgetFunction extends FlexHttpFunction {
 *   public WidgetFunction() {
 *     super(new WidgetService());
 *   }
 * }
 * }</pre>
 *
 * <p>The platform makes one instance when the process starts, and calls it from several threads at
 * once where the function's concurrency allows it.
 */
public class FlexHttpFunction implements HttpFunction {
  private final FlexRuntime runtime;
  private final Duration timeout;
  private final AnswerChannel channel;

  /**
   * A function for the service that the process's settings name.
   *
   * @throws IllegalStateException where there is no such service; the message says what to do
   */
  public FlexHttpFunction() {
    this(ServiceFinder.find(FlexSettings.ofProcess(), FlexHttpFunction.class.getClassLoader()));
  }

  /** A function for a service that is at hand, which is asked to register its handlers. */
  public FlexHttpFunction(FlexService service) {
    this(service, PlatformTimeout.of(System::getenv));
  }

  private FlexHttpFunction(FlexService service, Duration timeout) {
    this(
        FlexRuntime.of(service)
            .on(new Platform("gcp-functions", true))
            .logTo(new CloudLoggingSink(LogSink.standardOutput()))
            .secretSchemes(new GoogleSecretSchemes())
            .background(
                new CloudTasks(
                    CloudTasksSettings.of(FlexSettings.ofProcess(), System::getenv),
                    timeout,
                    Clock.systemUTC()))
            .build(),
        timeout,
        FunctionsChannel.of(System::getenv));
  }

  FlexHttpFunction(FlexRuntime runtime, Duration timeout, AnswerChannel channel) {
    this.runtime = requireNonNull(runtime, "runtime == null");
    this.timeout = requireNonNull(timeout, "timeout == null");
    this.channel = requireNonNull(channel, "channel == null");
  }

  /**
   * Answers a request. Never throws: what a function throws reaches the caller as a 500 with an
   * empty body (functions-framework-java 2.0.0, {@code HttpFunctionExecutor}).
   */
  @Override
  public final void service(HttpRequest request, HttpResponse response) {
    FlexResponse answer = answer(request);
    try {
      Responses.write(request.getMethod().equals("HEAD") ? answer.withoutBody() : answer, response);
    } catch (IOException | RuntimeException e) {
      runtime.logger().warn(e); // The caller has gone; there is nobody left to answer.
    }
  }

  private FlexResponse answer(HttpRequest request) {
    Deadline deadline = Deadline.in(timeout);
    try {
      FlexRequest flex =
          Requests.translate(request, runtime.options().requestBodyLimit(), deadline);
      TaskDelivery delivery = Deliveries.of(flex.headers(), deadline);
      return delivery == null
          ? runtime.handle(flex, channel)
          : runtime.handle(flex, channel, delivery);
    } catch (RequestRejected e) {
      return refused(e, request, deadline);
    } catch (IOException e) {
      runtime.logger().warn(e);
      return runtime.reject(RequestRejected.malformed("The body could not be read to its end"));
    } catch (RuntimeException | StackOverflowError e) {
      runtime.logger().error(e);
      return runtime.reject(
          new RequestRejected(KinveyError.runtimeError("The service failed; its log says why")));
    }
  }

  private FlexResponse refused(RequestRejected rejected, HttpRequest request, Deadline deadline) {
    try {
      BodyReader.skipRest(request.getInputStream(), deadline);
    } catch (IOException e) {
      // There is no body to read; the answer will find out whether anybody listens.
    }
    return runtime.reject(rejected);
  }
}
