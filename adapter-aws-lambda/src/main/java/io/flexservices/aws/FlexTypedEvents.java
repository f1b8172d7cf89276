package io.flexservices.aws;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.log.LogSink;
import io.flexservices.modules.background.BackgroundException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Flex service behind a typed handler, for those who have one already. It needs {@code
 * com.amazonaws:aws-lambda-java-events} on the class path, which {@link FlexLambdaHandler} does
 * not; that one also starts in a third of the time.
 *
 * <pre>{@code
 * public final class WidgetHandler
 *     implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
 *   private final FlexTypedEvents flex = new FlexTypedEvents(new WidgetService());
 *
 *   @Override
 *   public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
 *     return flex.httpApi(event, context);
 *   }
 * }
 * }</pre>
 *
 * <p>No background work can be started from here, since a typed handler could not take its events.
 *
 * <p>Make one and keep it: the service is built by the constructor. Each method answers whatever
 * the event holds, may be called from several threads, and takes a null context, as in tests: the
 * service's own request timeout counts alone then.
 */
public final class FlexTypedEvents {
  private final LambdaAdapter adapter;

  /**
   * Typed events for a service.
   *
   * @throws IllegalStateException where it cannot be started; the message says why
   */
  public FlexTypedEvents(FlexService service) {
    this(service, FlexSettings.ofProcess(), LogSink.standardOutput());
  }

  FlexTypedEvents(FlexService service, FlexSettings settings, LogSink sink) {
    InvokedFunction function = new InvokedFunction(System.getenv());
    this.adapter =
        LambdaAdapter.start(
            service, settings, sink, function, (event, http, deadline) -> refuse(event.name()));
  }

  /** Answers an event of a REST API, or of an HTTP API with payload 1.0. */
  public APIGatewayProxyResponseEvent restApi(
      APIGatewayProxyRequestEvent event, @Nullable Context context) {
    EventObject plain = EventObject.of(TypedEvents.plain(requireNonNull(event, "event == null")));
    return TypedEvents.restApi(adapter.answer(RestApi.of(plain), plain, context));
  }

  /** Answers an event of an HTTP API with payload 2.0, or of a function URL. */
  public APIGatewayV2HTTPResponse httpApi(APIGatewayV2HTTPEvent event, @Nullable Context context) {
    EventObject plain = EventObject.of(TypedEvents.plain(requireNonNull(event, "event == null")));
    return TypedEvents.httpApi(adapter.answer(EventSources.version2(plain), plain, context));
  }

  /** Answers an event of a load balancer, in either mode. */
  public ApplicationLoadBalancerResponseEvent loadBalancer(
      ApplicationLoadBalancerRequestEvent event, @Nullable Context context) {
    EventObject plain = EventObject.of(TypedEvents.plain(requireNonNull(event, "event == null")));
    Map<String, @Nullable Object> answer =
        adapter.answer(EventSources.loadBalancer(plain), plain, context);
    return TypedEvents.loadBalancer(answer);
  }

  private static void refuse(String task) {
    throw new BackgroundException(
        "The background task \""
            + task
            + "\" cannot be started: a typed handler takes no background events. Make "
            + FlexLambdaHandler.class.getName()
            + " the function's handler");
  }
}
