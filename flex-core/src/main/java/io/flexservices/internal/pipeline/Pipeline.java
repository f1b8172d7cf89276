package io.flexservices.internal.pipeline;

import io.flexservices.FlexOptions;
import io.flexservices.error.KinveyError;
import io.flexservices.internal.background.TaskEvents;
import io.flexservices.internal.background.TaskOrder;
import io.flexservices.internal.routing.Route;
import io.flexservices.internal.routing.Router;
import io.flexservices.internal.worker.HandlerThreads;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.BodyReader;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestRejected;
import io.flexservices.spi.TaskDelivery;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of a request: limits, route, key, context, handler, answer. Made once for a service;
 * serves any number of requests at once; what belongs to one lives in its {@link Call}.
 */
public final class Pipeline {
  /** How many bytes of a body are read for a caller without the key. */
  private static final long ECHOED_BODY = 65_536;

  private final Registries registries;
  private final FlexOptions options;
  private final Secrets secrets;
  private final ServiceLogger logger;
  private final CallFactory calls;
  private final HandlerRunner handlers;
  private final TaskEvents tasks;

  /** A pipeline over registries that are closed. */
  public Pipeline(
      Registries registries,
      FlexOptions options,
      ServiceLogger logger,
      ModuleTools tools,
      TaskEvents tasks,
      HandlerThreads threads) {
    this.registries = registries;
    this.options = options;
    this.logger = logger;
    this.tasks = tasks;
    this.secrets = new Secrets(options.sharedSecret(), options.previousSharedSecret());
    this.calls = new CallFactory(registries, logger.service(), tools, options.stackTraces());
    this.handlers = new HandlerRunner(threads, logger, options.stackTraces());
  }

  /**
   * Answers a request. Never throws.
   *
   * @param delivery what the platform says of the background work that the request may bring; null
   *     where it says nothing. No header of a request tells it: anybody may send headers
   */
  public FlexResponse handle(FlexRequest request, @Nullable TaskDelivery delivery) {
    FlexResponse response;
    try {
      response = route(request, delivery);
    } catch (RequestRejected e) {
      response = reject(e);
    } catch (Throwable e) {
      logger.service().error("A request failed outside its handler", e);
      response = Answers.error(KinveyError.runtimeError("The service failed; its log says why"));
    }
    return request.method().equals("HEAD")
        ? new FlexResponse(response.status(), response.headers(), new byte[0])
        : response;
  }

  /** The answer to a request that an adapter could not even translate. */
  public FlexResponse reject(RequestRejected rejected) {
    KinveyError error = rejected.error();
    FlexResponse response = Answers.error(error);
    if (error.status() != 405) {
      return response;
    }
    return new FlexResponse(
        error.status(),
        Answers.contentType().add("Allow", Router.METHODS).build(),
        response.body());
  }

  private FlexResponse route(FlexRequest request, @Nullable TaskDelivery delivery) {
    if (request.body().size() > options.requestBodyLimit()) {
      throw BodyReader.tooLarge(options.requestBodyLimit());
    }
    Route route =
        Router.match(request.method(), request.path().segments(), CallFactory.hasQuery(request));
    // instanceof and not a switch over patterns, which Java 17 has not yet.
    if (route instanceof Route.Health) {
      return Answers.json(200, Map.of("healthy", true));
    }
    if (route instanceof Route.Discovery) {
      CallFactory.body(request);
      return Answers.json(200, registries.discovery());
    }
    if (route instanceof Route.Background background) {
      return background(background, request, delivery == null ? once(request) : delivery);
    }
    return call(route, request, KinveyHead.of(request.headers()));
  }

  /**
   * Does background work that the platform itself brings.
   *
   * @param trusted whether only those can have sent it who may run the function anyway
   * @throws RequestRejected where the event is none, or is not accepted
   */
  public FlexResponse task(JsonObject event, boolean trusted, TaskDelivery delivery) {
    return handlers.run(calls.task(tasks.read(event, trusted), delivery));
  }

  /** What comes over HTTP is signed, or it has the key as any other call: then it is a schedule. */
  private FlexResponse background(
      Route.Background route, FlexRequest request, TaskDelivery delivery) {
    if (route.name() == null) {
      try {
        return task(object(request), false, delivery);
      } catch (RequestRejected e) {
        logger.service().warn("A background event is refused: " + e.error().debug());
        throw e;
      }
    }
    KinveyHead head = KinveyHead.of(request.headers());
    if (!options.isGuarded() || !secrets.accept(head.authKey())) {
      throw new RequestRejected(KinveyError.invalidAuthKey());
    }
    // Who has the key may speak for Kinvey, and so name the app on whose behalf the work is done.
    TaskOrder order = new TaskOrder(route.name(), null, object(request), head.identity(), null);
    return handlers.run(calls.task(order, delivery));
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

  private FlexResponse call(Route route, FlexRequest request, KinveyHead head) {
    if (!secrets.accept(head.authKey())) {
      return unauthorized(route, request, head);
    }
    Deadline deadline = Deadline.in(options.requestTimeout()).earlierOf(request.deadline());
    Call call = prepare(route, request, head, deadline);
    KinveyError refusal = call.refusal();
    return refusal != null ? call.refused(refusal) : handlers.run(call);
  }

  private Call prepare(Route route, FlexRequest request, KinveyHead head, Deadline deadline) {
    if (route instanceof Route.Data data) {
      return calls.data(data, request, head, deadline);
    }
    if (route instanceof Route.Function function) {
      return calls.function(function, request, head, deadline);
    }
    return calls.auth((Route.Auth) route, request, head, deadline);
  }

  /** Who has no key is refused before the body is read; a function's refusal holds a small one. */
  private FlexResponse unauthorized(Route route, FlexRequest request, KinveyHead head) {
    KinveyError error = KinveyError.invalidAuthKey();
    if (!(route instanceof Route.Function function)) {
      return Answers.failure(error);
    }
    FlexRequest small =
        request.body().size() <= ECHOED_BODY ? request : request.withBody(RequestBody.empty());
    return calls.function(function, small, head, request.deadline()).failure(error);
  }
}
