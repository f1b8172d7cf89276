package io.flexservices.internal.pipeline;

import io.flexservices.error.KinveyError;
import io.flexservices.internal.background.TaskEvents;
import io.flexservices.internal.background.TaskOrder;
import io.flexservices.internal.routing.Route;
import io.flexservices.internal.secret.Guard;
import io.flexservices.internal.secret.Verdict;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestRejected;
import io.flexservices.spi.TaskDelivery;
import java.util.Map;
import java.util.UUID;

/** The way of background work from the event that brings it to its task. */
final class BackgroundCalls {
  private final TaskEvents events;
  private final Guard guard;
  private final boolean isGuarded;
  private final CallFactory calls;
  private final HandlerRunner handlers;

  /**
   * The way of a service.
   *
   * @param isGuarded whether there is a shared secret, without which a schedule over HTTP proves
   *     nothing
   */
  BackgroundCalls(
      TaskEvents events,
      Guard guard,
      boolean isGuarded,
      CallFactory calls,
      HandlerRunner handlers) {
    this.events = events;
    this.guard = guard;
    this.isGuarded = isGuarded;
    this.calls = calls;
    this.handlers = handlers;
  }

  /** Does the work of an event that only those can have sent who may run the function. */
  FlexResponse trusted(JsonObject event, TaskDelivery delivery) {
    return run(events.read(event, true, delivery.deadline()), delivery);
  }

  /** What comes over HTTP is signed, or it has the key as any other call: then it is a schedule. */
  FlexResponse overHttp(Route.Background route, FlexRequest request) {
    TaskDelivery delivery = delivery(request);
    JsonObject body = JsonObject.of(objectIn(request));
    if (route.name() == null) {
      return run(events.read(body, false, delivery.deadline()), delivery);
    }
    Verdict verdict =
        isGuarded
            ? guard.judge(request.headers().firstOrEmpty("X-Auth-Key"), delivery.deadline())
            : Verdict.REFUSED;
    KinveyError refusal = verdict.error();
    if (refusal != null) {
      throw new RequestRejected(refusal);
    }
    return run(new TaskOrder(route.name(), null, body, JsonObject.empty(), null), delivery);
  }

  private FlexResponse run(TaskOrder order, TaskDelivery delivery) {
    return handlers.run(calls.task(order, delivery));
  }

  private static TaskDelivery delivery(FlexRequest request) {
    String id = request.headers().first(TaskDelivery.ID_HEADER);
    String attempt = request.headers().firstOrEmpty(TaskDelivery.ATTEMPT_HEADER);
    return new TaskDelivery(
        id == null ? UUID.randomUUID().toString() : id,
        attempt.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(attempt) : 1,
        request.deadline());
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  private static Map<String, ?> objectIn(FlexRequest request) {
    if (CallFactory.body(request) instanceof Map<?, ?> map) {
      return (Map<String, ?>) map;
    }
    throw RequestRejected.malformed("A background event is a JSON object");
  }
}
