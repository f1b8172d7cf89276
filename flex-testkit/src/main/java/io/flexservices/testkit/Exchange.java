package io.flexservices.testkit;

import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestRejected;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands requests to the service as an adapter does, refusing what cannot be translated.
 *
 * @param baasUrl what requests name as the address of Kinvey's backend
 */
record Exchange(FlexRuntime runtime, String baasUrl) {
  /** The secret that the service asks for, null where it asks for none. */
  @Nullable String sharedSecret() {
    return runtime.options().sharedSecret();
  }

  FlexTestResponse send(
      String method, Supplier<Target> target, FlexHeaders headers, RequestBody body) {
    FlexResponse response = answer(method, target, headers, body);
    return new FlexTestResponse(response.status(), response.headers(), response.text());
  }

  private FlexResponse answer(
      String method, Supplier<Target> target, FlexHeaders headers, RequestBody body) {
    try {
      Target parsed = target.get();
      Deadline deadline = Deadline.in(runtime.options().requestTimeout());
      return runtime.handle(
          new FlexRequest(method, parsed.path(), parsed.query(), headers, body, deadline));
    } catch (RequestRejected e) {
      FlexResponse refusal = runtime.reject(e);
      return method.equals("HEAD") ? refusal.withoutBody() : refusal;
    }
  }
}
