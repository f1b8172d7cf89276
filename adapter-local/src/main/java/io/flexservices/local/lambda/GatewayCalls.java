package io.flexservices.local.lambda;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.spi.RequestRejected;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Answers HTTP as the event source does: the request goes to the function as an event, and its
 * answer comes back as HTTP. What goes wrong is told in JSON, and in a sentence of the log.
 */
final class GatewayCalls {
  private final Gateway gateway;
  private final EnvironmentPool pool;
  private final FunctionIdentity function;
  private final boolean platformLimits;
  private final Clock clock;
  private final Consumer<String> log;

  GatewayCalls(
      LocalLambdaOptions options, EnvironmentPool pool, FunctionIdentity function, Clock clock) {
    this.gateway = options.source().gateway(options.platformLimits());
    this.pool = pool;
    this.function = function;
    this.platformLimits = options.platformLimits();
    this.clock = clock;
    this.log = options.log()::println;
  }

  /** The answer to a request. Blocks until it is there. */
  HttpAnswer answer(HttpCall call) {
    if (platformLimits && call.body().length > gateway.requestBodyLimit()) {
      return Refusals.tooLarge("request body", gateway.requestBodyLimit());
    }
    Stamp stamp = new Stamp(UUID.randomUUID().toString(), clock.instant(), function);
    try {
      byte[] event = Json.bytes(gateway.event(ForwardedHeaders.add(call), stamp));
      long limit = platformLimits ? PlatformLimits.EVENT : PlatformLimits.EVENT_WITHOUT_LIMITS;
      return event.length > limit
          ? Refusals.tooLarge("event", limit)
          : translated(pool.invoke(stamp.requestId(), event), stamp);
    } catch (RequestRejected e) {
      return Refusals.of(e);
    }
  }

  private HttpAnswer translated(Result result, Stamp stamp) {
    if (result instanceof Result.Answer answer) {
      return translated(answer.payload(), stamp);
    }
    return failed(((Result.Failure) result).kind());
  }

  private HttpAnswer translated(byte[] payload, Stamp stamp) {
    if (platformLimits && payload.length > gateway.answerLimit()) {
      log.accept(
          "%s %s: %d bytes, at most %d"
              .formatted(
                  stamp.requestId(),
                  Result.Kind.TOO_LARGE.sentence(),
                  payload.length,
                  gateway.answerLimit()));
      return failed(Result.Kind.TOO_LARGE);
    }
    try {
      return gateway.answer(Json.parse(payload));
    } catch (MalformedAnswer e) {
      return malformed(stamp, e.sentence(), e.sentence());
    } catch (JsonException e) {
      return malformed(stamp, "The function's answer is not JSON", String.valueOf(e.getMessage()));
    }
  }

  private HttpAnswer malformed(Stamp stamp, String sentence, String detail) {
    log.accept(stamp.requestId() + " " + detail);
    return HttpAnswer.message(502, sentence);
  }

  /**
   * All failures of a function are bad gateways here, which is what most sources make of them; an
   * HTTP API says 500 in its place.
   */
  private HttpAnswer failed(Result.Kind kind) {
    int status =
        switch (kind) {
          case TIMEOUT -> gateway.timeoutStatus();
          case STOPPED -> 503;
          case ERROR, INIT, EXIT, TOO_LARGE -> 502;
        };
    return HttpAnswer.message(status, kind.sentence());
  }
}
