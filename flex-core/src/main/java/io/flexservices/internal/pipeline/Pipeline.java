package io.flexservices.internal.pipeline;

import io.flexservices.FlexOptions;
import io.flexservices.error.KinveyError;
import io.flexservices.internal.routing.BasePaths;
import io.flexservices.internal.routing.Route;
import io.flexservices.internal.routing.Router;
import io.flexservices.spi.BodyReader;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestRejected;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The way of a request: limits, route, key, context, handler, answer. Made once for a service;
 * serves any number of requests at once; what belongs to one lives in its {@link Call}.
 */
public final class Pipeline {
  /** How many bytes of a body are read for a caller without the key. */
  private static final long ECHOED_BODY = 65_536;

  private final Registries registries;
  private final FlexOptions options;
  private final BasePaths basePaths;
  private final Secrets secrets;
  private final ServiceLogger logger;
  private final CallFactory calls;
  private final HandlerRunner handlers;

  /** A pipeline over registries that are closed. */
  public Pipeline(
      Registries registries,
      FlexOptions options,
      ServiceLogger logger,
      ModuleTools tools,
      Executor workers) {
    this.registries = registries;
    this.options = options;
    this.logger = logger;
    this.basePaths = BasePaths.of(options.basePaths());
    this.secrets = new Secrets(options.sharedSecret(), options.previousSharedSecret());
    this.calls = new CallFactory(registries, logger.service(), tools, options.stackTraces());
    this.handlers = new HandlerRunner(workers, logger, options.stackTraces());
  }

  /** Answers a request. Never throws. */
  public FlexResponse handle(FlexRequest request) {
    FlexResponse response;
    try {
      response = route(request);
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

  private FlexResponse route(FlexRequest request) {
    if (request.body().size() > options.requestBodyLimit()) {
      throw BodyReader.tooLarge(options.requestBodyLimit());
    }
    Route route =
        Router.match(
            request.method(), basePaths.strip(request.path()), CallFactory.hasQuery(request));
    // instanceof and not a switch over patterns, which Java 17 has not yet.
    if (route instanceof Route.Health) {
      return Answers.json(200, Map.of("healthy", true));
    }
    if (route instanceof Route.Discovery) {
      CallFactory.body(request);
      return Answers.json(200, registries.discovery());
    }
    return call(route, request, KinveyHead.of(request.headers()));
  }

  private FlexResponse call(Route route, FlexRequest request, KinveyHead head) {
    if (!secrets.accept(head.authKey())) {
      return unauthorized(route, request, head);
    }
    Deadline deadline = Deadline.in(options.requestTimeout()).earlierOf(request.deadline());
    Call call = prepare(route, request, head, deadline);
    KinveyError refusal = call.refusal();
    return refusal != null ? call.refused(refusal) : handlers.run(call, deadline);
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
