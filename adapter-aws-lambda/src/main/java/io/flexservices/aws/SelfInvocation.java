package io.flexservices.aws;

import io.flexservices.error.KinveyException;
import io.flexservices.modules.background.BackgroundException;
import io.flexservices.spi.BackgroundEvent;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.PlatformHttp;
import io.flexservices.spi.SdkClasses;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/**
 * Background work as an asynchronous invocation of the function by itself. Source: Lambda's API
 * reference, "Invoke": an invocation of the type {@code Event} is answered 202 when it is queued.
 */
final class SelfInvocation {
  /**
   * What the event of an asynchronous invocation may have in bytes. Source: Lambda's developer
   * guide, "Lambda quotas": 1 MB, and 256 KB until October 2025.
   */
  static final int EVENT_LIMIT = 1_048_576;

  private static final int ACCEPTED = 202;

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json", "X-Amz-Invocation-Type", "Event");

  private final FunctionIdentity function;

  SelfInvocation(FunctionIdentity function) {
    this.function = function;
  }

  /** Does what {@link InvokedFunction#dispatch} says. */
  void dispatch(BackgroundEvent event, PlatformHttp http, Deadline deadline) {
    RequestSigner signer = signer();
    refuseWhatLambdaCannot(event);
    URI uri = function.invocations();
    try {
      FunctionCredentials credentials = FunctionCredentials.of(function, http, deadline);
      Map<String, String> headers =
          signer.sign(uri, function.region(), HEADERS, event.event(), credentials);
      int status = http.send("POST", uri, headers, event.event(), deadline).status();
      if (status != ACCEPTED) {
        throw new BackgroundException(refused(event, status));
      }
    } catch (KinveyException e) {
      throw new BackgroundException(
          "Lambda gave no answer when it was given the background task \""
              + event.name()
              + "\"; whether it has it is not known",
          e);
    }
  }

  private static RequestSigner signer() {
    try {
      return SdkClasses.quietly(() -> new RequestSigner(Clock.systemUTC()));
    } catch (LinkageError e) {
      throw new BackgroundException(
          "Background work on Lambda needs the signer of AWS's SDK on the class path: add the"
              + " dependency software.amazon.awssdk:http-auth-aws to the service",
          e);
    }
  }

  private static void refuseWhatLambdaCannot(BackgroundEvent event) {
    if (!event.delay().isZero()) {
      throw new BackgroundException(
          "Background work on Lambda begins at once: its queue has no delay, and EventBridge"
              + " Scheduler is not used, which would keep the app's credentials until then. Keep"
              + " what is due in a collection, and let a schedule name a task that does it");
    }
    if (event.event().length > EVENT_LIMIT) {
      throw new BackgroundException(
          "The background event is too large: it has "
              + event.event().length
              + " bytes, and Lambda takes "
              + EVENT_LIMIT
              + ". Save the payload, and hand over its id");
    }
  }

  /** Without what Lambda says: that may repeat the request, and so the credentials in it. */
  private static String refused(BackgroundEvent event, int status) {
    String hint =
        switch (status) {
          case 403 -> "; the function's role must allow lambda:InvokeFunction on the function";
          case 404 -> "; there is no such function or alias";
          case 413 -> "; the event is too large";
          case 429 -> "; too many requests are under way";
          default -> "";
        };
    return "Lambda did not take the background task \""
        + event.name()
        + "\": it answered "
        + status
        + hint;
  }
}
