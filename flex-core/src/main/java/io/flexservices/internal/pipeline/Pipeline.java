package io.flexservices.internal.pipeline;

import static java.util.Objects.requireNonNull;

import io.flexservices.FlexOptions;
import io.flexservices.error.KinveyError;
import io.flexservices.internal.background.TaskEvents;
import io.flexservices.internal.routing.BasePaths;
import io.flexservices.internal.routing.Route;
import io.flexservices.internal.routing.Router;
import io.flexservices.internal.secret.Guard;
import io.flexservices.internal.worker.HandlerThreads;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.BodyReader;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestRejected;
import io.flexservices.spi.TaskDelivery;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way of a request: limits, route, key, context, handler, answer, delivery. Made once for a
 * service; serves any number of requests at once; what belongs to one lives in its {@link Call}.
 */
public final class Pipeline {
  /** How many bytes of a body are read for a caller without the key. */
  private static final long ECHOED_BODY = 65_536;

  private final Registries registries;
  private final FlexOptions options;
  private final BasePaths basePaths;
  private final Guard guard;
  private final ServiceLogger logger;
  private final CallFactory calls;
  private final HandlerRunner handlers;
  private final Clock clock;

  /** A pipeline over registries that are closed. */
  public Pipeline(
      Registries registries,
      FlexOptions options,
      Guard guard,
      ServiceLogger logger,
      ModuleTools tools,
      HandlerThreads threads) {
    this.registries = registries;
    this.options = options;
    this.logger = logger;
    this.basePaths = BasePaths.of(options.basePaths());
    this.guard = guard;
    this.calls = new CallFactory(registries, logger.service(), tools, options.stackTraces());
    this.handlers = new HandlerRunner(threads, logger, options.stackTraces());
    this.clock = tools.clock();
  }

  /**
   * Answers a request. Never throws.
   *
   * @param task what the platform says of the background work that the request may bring; null
   *     where it says nothing. No header of a request tells it: anybody may send headers
   */
  public FlexResponse handle(
      FlexRequest request, AnswerChannel channel, @Nullable TaskDelivery task) {
    return complete(request, requireNonNull(respond(request, channel, task, handlers)));
  }

  /** The pipeline for who does not wait for answers, beside this one. */
  public DetachedPipeline detached() {
    return new DetachedPipeline(this, handlers);
  }

  /** The answer; null where the handler's runner gives it later. Never throws. */
  @Nullable FlexResponse respond(
      FlexRequest request, AnswerChannel channel, @Nullable TaskDelivery task, CallRunner runner) {
    try {
      return route(
          request, new Delivery(channel, request.headers(), options.compression()), task, runner);
    } catch (RequestRejected e) {
      return reject(e);
    } catch (Throwable e) {
      return failed(e);
    }
  }

  /** There is an answer also where the log is what fails. */
  private FlexResponse failed(Throwable thrown) {
    try {
      logger.service().error("A request failed outside its handler", thrown);
    } catch (Throwable e) {
      // Nobody can be told, but whoever waits for the answer.
    }
    return Answers.error(KinveyError.runtimeError("The service failed; its log says why"));
  }

  /** The answer as the request's method wants it. */
  static FlexResponse complete(FlexRequest request, FlexResponse response) {
    return request.method().equals("HEAD") ? response.withoutBody() : response;
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

  private @Nullable FlexResponse route(
      FlexRequest request, Delivery delivery, @Nullable TaskDelivery task, CallRunner runner) {
    if (request.body().size() > options.requestBodyLimit()) {
      throw BodyReader.tooLarge(options.requestBodyLimit());
    }
    Route route =
        Router.match(
            request.method(), basePaths.strip(request.path()), CallFactory.hasQuery(request));
    // instanceof and not a switch over patterns, which Java 17 has not yet; the usual ones first.
    if (route instanceof Route.OfHandler handled) {
      return call(handled, request, KinveyHead.of(request.headers()), delivery, runner);
    }
    if (route instanceof Route.Health) {
      return Answers.json(200, Map.of("healthy", true));
    }
    if (route instanceof Route.Discovery) {
      CallFactory.body(request);
      return discovery(delivery);
    }
    return background().overHttp((Route.Background) route, request, task, runner);
  }

  /**
   * Does background work that the platform itself brings.
   *
   * @throws RequestRejected where the event is none, or is not accepted
   */
  public FlexResponse task(JsonObject event, TaskDelivery delivery) {
    return background().trusted(event, delivery);
  }

  /** Made for the work that comes: most services have none. */
  private BackgroundCalls background() {
    return new BackgroundCalls(
        new TaskEvents(guard, clock),
        guard,
        options.isGuarded(),
        logger.service(),
        registries.background(),
        calls,
        handlers);
  }

  private FlexResponse discovery(Delivery delivery) {
    FlexResponse answer = Answers.json(200, registries.discovery());
    FlexResponse sent = delivery.of(answer);
    String overTheLimit = delivery.overTheLimit(answer, sent);
    return overTheLimit == null ? sent : discoveryTooLarge(overTheLimit);
  }

  private FlexResponse discoveryTooLarge(String overTheLimit) {
    String sentence = "The answer of the discovery" + overTheLimit;
    logger.service().error(sentence);
    return Answers.error(KinveyError.runtimeError(sentence));
  }

  private @Nullable FlexResponse call(
      Route.OfHandler route,
      FlexRequest request,
      KinveyHead head,
      Delivery delivery,
      CallRunner runner) {
    Deadline deadline = Deadline.in(options.requestTimeout()).earlierOf(request.deadline());
    KinveyError error = guard.judge(head.authKey(), deadline).error();
    if (error != null) {
      return turnedAway(error, route, request, head, delivery);
    }
    Call call = prepare(route, request, head, deadline, delivery);
    KinveyError refusal = call.refusal();
    return refusal != null ? call.refused(refusal) : runner.run(call);
  }

  private Call prepare(
      Route.OfHandler route,
      FlexRequest request,
      KinveyHead head,
      Deadline deadline,
      Delivery delivery) {
    if (route instanceof Route.Data data) {
      return calls.data(data, request, head, deadline, delivery);
    }
    if (route instanceof Route.Function function) {
      return calls.function(function, request, head, deadline, delivery);
    }
    return calls.auth((Route.Auth) route, request, head, deadline, delivery);
  }

  /** Who has no key is refused before the body is read; a function's refusal holds a small one. */
  private FlexResponse turnedAway(
      KinveyError error, Route route, FlexRequest request, KinveyHead head, Delivery delivery) {
    if (!(route instanceof Route.Function function)) {
      return Answers.failure(error);
    }
    FlexRequest small =
        request.body().size() <= ECHOED_BODY ? request : request.withBody(RequestBody.empty());
    return calls.function(function, small, head, request.deadline(), delivery).failure(error);
  }
}
