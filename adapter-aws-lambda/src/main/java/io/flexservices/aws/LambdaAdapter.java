package io.flexservices.aws;

import com.amazonaws.services.lambda.runtime.Context;
import io.flexservices.FlexService;
import io.flexservices.FlexSetting;
import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.log.LogSink;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.BackgroundDispatcher;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.Platform;
import io.flexservices.spi.RequestRejected;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shell that both entry points share: a service that was built once, and events. */
final class LambdaAdapter {
  /** What is kept of the time to get the answer out before somebody else answers. */
  static final Duration DEADLINE_MARGIN = Duration.ofMillis(500);

  private final FlexRuntime runtime;
  private final InvokedFunction function;
  private @Nullable BackgroundEvents background; // guarded by this

  /** Only kept, so that it is not collected. */
  @SuppressWarnings({"unused", "FieldCanBeLocal"})
  private final @Nullable Object snapshotHook;

  /** The shell of a runtime that no snapshot is taken of. */
  LambdaAdapter(FlexRuntime runtime, InvokedFunction function) {
    this(runtime, function, null);
  }

  private LambdaAdapter(
      FlexRuntime runtime, InvokedFunction function, @Nullable Object snapshotHook) {
    this.runtime = runtime;
    this.function = function;
    this.snapshotHook = snapshotHook;
  }

  /**
   * Builds a service. Where Lambda will take a snapshot, that is made ready for it.
   *
   * @param function knows whom background work is sent to
   * @param dispatcher takes it there
   * @throws IllegalStateException where it fails; the message says which service and why
   */
  static LambdaAdapter start(
      FlexService service,
      FlexSettings settings,
      LogSink sink,
      InvokedFunction function,
      BackgroundDispatcher dispatcher) {
    FlexRuntime.Builder runtime =
        FlexRuntime.of(service)
            .on(new Platform("aws-lambda", true))
            .settings(settings)
            .logTo(sink)
            .background(dispatcher);
    if (settings.get(FlexSetting.SHARED_SECRET) == null) {
      AwsSecretSchemes.addTo(runtime); // Else the settings hold the secret itself.
    }
    if (!function.startsFromSnapshot()) {
      return new LambdaAdapter(runtime.build(), function);
    }
    FlexRuntime built = runtime.aheadOfSnapshot().build();
    return new LambdaAdapter(built, function, SnapshotHook.register(built));
  }

  /**
   * Answers an event of any source, or does the background work that it is.
   *
   * @throws TaskFailedException where background work failed
   */
  byte[] answer(byte[] text, @Nullable Context context) {
    EventObject event;
    try {
      event = EventObject.of(Json.parseEvent(text, EventBody.MEMBER));
    } catch (JsonException e) {
      return noRequest("The event is not valid. " + e.getMessage());
    }
    EventSource source = EventSources.of(event);
    if (source != null) {
      function.invokedIn(context);
      return source.encode(response(source, source, event, context));
    }
    if (BackgroundEvents.matches(event)) {
      function.invokedIn(context);
      return background().run(event.toJson(), deadline(left(context)), context);
    }
    return OtherEvents.isScheduled(event)
        ? Json.bytes(OtherEvents.warm())
        : noRequest(
            "The event is no HTTP request: neither one of API Gateway, a function URL or a load"
                + " balancer, nor an object with \"method\" and \"path\"");
  }

  /** Answers an event whose source is known, for an entry point with typed answers. */
  Map<String, @Nullable Object> answer(
      EventSource source, EventObject event, @Nullable Context context) {
    function.invokedIn(context);
    return source.answer(response(source, new TypedChannel(source), event, context));
  }

  private FlexResponse response(
      EventSource source, AnswerChannel channel, EventObject event, @Nullable Context context) {
    FlexRequest request;
    try {
      request =
          source.request(
              event, runtime.options().requestBodyLimit(), deadline(source, event, context));
    } catch (RequestRejected e) {
      FlexResponse refusal = runtime.reject(e);
      return "HEAD".equalsIgnoreCase(source.method(event)) ? refusal.withoutBody() : refusal;
    }
    return runtime.handle(request, channel);
  }

  private synchronized BackgroundEvents background() {
    if (background == null) {
      background = new BackgroundEvents(runtime);
    }
    return background;
  }

  private byte[] noRequest(String why) {
    runtime.logger().warn(why);
    return Json.bytes(OtherEvents.refusal(why));
  }

  private Deadline deadline(EventSource source, EventObject event, @Nullable Context context) {
    Duration patience = source.patience(event);
    if (patience != null && runtime.options().gatewayTimeout() != null) {
      patience = runtime.options().gatewayTimeout();
    }
    return deadline(shorter(left(context), patience));
  }

  private Deadline deadline(@Nullable Duration time) {
    return Deadline.in(
        time == null
            ? runtime.options().requestTimeout()
            : Deadline.lessMargin(time, DEADLINE_MARGIN));
  }

  private static @Nullable Duration left(@Nullable Context context) {
    return context == null ? null : Duration.ofMillis(context.getRemainingTimeInMillis());
  }

  private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }
}
