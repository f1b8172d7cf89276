package io.flexservices.aws;

import com.amazonaws.services.lambda.runtime.Context;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.log.LogSink;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.Platform;
import io.flexservices.spi.RequestRejected;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shell that both entry points share: a service that was built once, and events. */
final class LambdaAdapter {
  /** What is kept of an invocation's time to get the answer out before the function is ended. */
  static final Duration DEADLINE_MARGIN = Duration.ofMillis(500);

  private final FlexRuntime runtime;

  private LambdaAdapter(FlexRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * Builds a service.
   *
   * @throws IllegalStateException where it fails; the message says which service and why
   */
  static LambdaAdapter start(FlexService service, FlexSettings settings, LogSink sink) {
    return new LambdaAdapter(
        FlexRuntime.of(service)
            .on(new Platform("aws-lambda", true))
            .settings(settings)
            .logTo(sink)
            .build());
  }

  /** Answers an event of any source. */
  byte[] answer(byte[] text, @Nullable Context context) {
    EventObject event;
    try {
      event = EventObject.of(Json.parseEvent(text));
    } catch (JsonException e) {
      return noRequest("The event is not valid. " + e.getMessage());
    }
    EventSource source = EventSources.of(event);
    if (source != null) {
      return Json.bytes(answer(source, event, context));
    }
    return OtherEvents.isScheduled(event)
        ? Json.bytes(OtherEvents.warm())
        : noRequest(
            "The event is no HTTP request: neither one of API Gateway, a function URL or a load"
                + " balancer, nor an object with \"method\" and \"path\"");
  }

  /** Answers an event whose source is known. */
  Map<String, @Nullable Object> answer(
      EventSource source, EventObject event, @Nullable Context context) {
    return source.answer(response(source, event, context));
  }

  private FlexResponse response(EventSource source, EventObject event, @Nullable Context context) {
    try {
      return runtime.handle(
          source.request(event, runtime.options().requestBodyLimit(), deadline(context)));
    } catch (RequestRejected e) {
      return runtime.reject(e);
    }
  }

  private byte[] noRequest(String why) {
    runtime.logger().warn(why);
    return Json.bytes(OtherEvents.refusal(why));
  }

  private Deadline deadline(@Nullable Context context) {
    if (context == null) {
      return Deadline.in(runtime.options().requestTimeout());
    }
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(DEADLINE_MARGIN);
    return Deadline.in(left.isNegative() ? Duration.ZERO : left);
  }
}
