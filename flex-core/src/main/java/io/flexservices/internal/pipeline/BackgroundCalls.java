package io.flexservices.internal.pipeline;

import io.flexservices.background.BackgroundTask;
import io.flexservices.error.KinveyError;
import io.flexservices.internal.background.TaskEvents;
import io.flexservices.internal.background.TaskOrder;
import io.flexservices.internal.kinvey.RequestOrigin;
import io.flexservices.internal.routing.Registered;
import io.flexservices.internal.routing.Route;
import io.flexservices.internal.routing.TaskRegistry;
import io.flexservices.internal.secret.Guard;
import io.flexservices.internal.secret.Verdict;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import io.flexservices.spi.BodyReader;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestRejected;
import io.flexservices.spi.TaskDelivery;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way of background work from the event that brings it to its task. */
final class BackgroundCalls {
  private final TaskEvents events;
  private final Guard guard;
  private final boolean isGuarded;
  private final Logger logger;
  private final TaskRegistry tasks;
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
      Logger logger,
      TaskRegistry tasks,
      CallFactory calls,
      HandlerRunner handlers) {
    this.events = events;
    this.guard = guard;
    this.isGuarded = isGuarded;
    this.logger = logger;
    this.tasks = tasks;
    this.calls = calls;
    this.handlers = handlers;
  }

  /** Does the work of an event that only those can have sent who may run the function. */
  FlexResponse trusted(JsonObject event, TaskDelivery delivery) {
    return handlers.run(call(events.read(event, true, delivery.deadline()), delivery));
  }

  /**
   * What comes over HTTP is signed, or it has the key as any other call: then it is a schedule.
   *
   * @param told what the platform says of the work; null where it says nothing
   * @return null where the runner gives the answer later
   */
  @Nullable FlexResponse overHttp(
      Route.Background route, FlexRequest request, @Nullable TaskDelivery told, CallRunner runner) {
    TaskDelivery delivery = told == null ? once(request) : told;
    return route.name() == null
        ? signed(request, delivery, runner)
        : scheduled(route.name(), request, delivery, runner);
  }

  private @Nullable FlexResponse signed(
      FlexRequest request, TaskDelivery delivery, CallRunner runner) {
    if (request.body().size() > TaskEvents.LARGEST) {
      throw BodyReader.tooLarge(TaskEvents.LARGEST);
    }
    try {
      return runner.run(call(events.read(object(request), false, delivery.deadline()), delivery));
    } catch (RequestRejected e) {
      logger.warn("A background event is refused: " + e.error().debug());
      throw e;
    }
  }

  private @Nullable FlexResponse scheduled(
      String name, FlexRequest request, TaskDelivery delivery, CallRunner runner) {
    KinveyHead head = KinveyHead.of(request.headers());
    Verdict verdict =
        isGuarded ? guard.judge(head.authKey(), delivery.deadline()) : Verdict.REFUSED;
    KinveyError refusal = verdict.error();
    if (refusal != null) {
      throw new RequestRejected(refusal);
    }
    // Who has the key may speak for Kinvey, and so name the app on whose behalf the work is done.
    TaskOrder order = new TaskOrder(name, null, object(request), head.identity(), null);
    return runner.run(call(order, delivery));
  }

  /**
   * An attempt at background work.
   *
   * @throws RequestRejected where no such task is registered
   */
  private Call call(TaskOrder order, TaskDelivery delivery) {
    Registered<BackgroundTask> task = tasks.task(order.name());
    if (task == null) {
      throw new RequestRejected(
          KinveyError.notImplemented("There is no background task \"" + order.name() + "\""));
    }
    String key = order.key() == null ? delivery.id() : order.key();
    CallScope scope =
        calls.scope(
            "background " + order.name(),
            KinveyHead.ofIdentity(order.headers()),
            JsonObject.empty(),
            new RequestOrigin(null, false, task.deadline(delivery.deadline())),
            Delivery.inMemory());
    return new TaskCall(
        scope, new TaskContextView(order, key, delivery.attempt(), scope), task.handler());
  }

  private static TaskDelivery once(FlexRequest request) {
    return new TaskDelivery(UUID.randomUUID().toString(), 1, request.deadline());
  }

  /** Whatever type it says it has: a schedule that nobody told says application/octet-stream. */
  private static JsonObject object(FlexRequest request) {
    try {
      return request.body().isEmpty() ? JsonObject.empty() : JsonObject.of(members(request));
    } catch (JsonException e) {
      throw RequestRejected.malformed("The request body is not valid. " + e.getMessage());
    }
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  private static Map<String, ?> members(FlexRequest request) {
    if (request.body().json() instanceof Map<?, ?> members) {
      return (Map<String, ?>) members;
    }
    throw RequestRejected.malformed("A background event is a JSON object");
  }
}
