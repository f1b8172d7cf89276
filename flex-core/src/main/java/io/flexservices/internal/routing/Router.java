package io.flexservices.internal.routing;

import io.flexservices.data.DataEvent;
import io.flexservices.error.KinveyError;
import io.flexservices.spi.RequestRejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches methods and paths, in the order of the reference's routes (kinvey-code-task-runner 2.5.2,
 * {@code lib/receivers/httpReceiver.js}): {@code _flexFunctions} and {@code _command} are reserved
 * for POST only and name service objects otherwise, and so is {@code _flexBackground}, which the
 * reference does not have. HEAD is matched as GET.
 */
public final class Router {
  /** The methods that some route knows, for the header {@code Allow}. */
  public static final String METHODS = "GET, HEAD, POST, PUT, DELETE";

  private static final String COUNT = "_count";
  private static final String FUNCTIONS = "_flexFunctions";
  private static final String AUTH = "_auth";
  private static final String COMMAND = "_command";
  private static final String BACKGROUND = "_flexBackground";

  private Router() {}

  /**
   * The route of a request.
   *
   * @throws RequestRejected 405 for a method that no route knows, 404 where none matches
   */
  public static Route match(String method, List<String> segments, boolean hasQuery) {
    Route route =
        switch (method) {
          case "GET", "HEAD" -> get(segments, hasQuery);
          case "POST" -> post(segments);
          case "PUT" -> put(segments);
          case "DELETE" -> delete(segments, hasQuery);
          default ->
              throw new RequestRejected(
                  KinveyError.notAllowed("No route knows the method; allowed are " + METHODS));
        };
    if (route == null) {
      throw new RequestRejected(
          KinveyError.noSuchRoute("No route of a Flex service has this method and path"));
    }
    return route;
  }

  private static @Nullable Route get(List<String> segments, boolean hasQuery) {
    if (segments.equals(List.of("healthcheck"))) {
      return new Route.Health();
    }
    if (!isEntityPath(segments)) {
      return null;
    }
    String name = segments.get(0);
    if (segments.size() == 1) {
      return new Route.Data(
          name, hasQuery ? DataEvent.ON_GET_BY_QUERY : DataEvent.ON_GET_ALL, null);
    }
    String id = segments.get(1);
    if (id.equals(COUNT)) {
      return new Route.Data(
          name, hasQuery ? DataEvent.ON_GET_COUNT_BY_QUERY : DataEvent.ON_GET_COUNT, null);
    }
    return new Route.Data(name, DataEvent.ON_GET_BY_ID, id);
  }

  private static @Nullable Route post(List<String> segments) {
    if (!isEntityPath(segments)) {
      return null;
    }
    String first = segments.get(0);
    if (segments.size() == 1) {
      if (first.equals(BACKGROUND)) {
        return new Route.Background(null);
      }
      return first.equals(FUNCTIONS) || first.equals(COMMAND)
          ? null
          : new Route.Data(first, DataEvent.ON_INSERT, null);
    }
    String second = segments.get(1);
    return switch (first) {
      case FUNCTIONS -> new Route.Function(second);
      case AUTH -> new Route.Auth(second);
      case BACKGROUND -> new Route.Background(second);
      case COMMAND -> second.equals("discover") ? new Route.Discovery() : null;
      default -> null;
    };
  }

  private static @Nullable Route put(List<String> segments) {
    return isEntityPath(segments) && segments.size() == 2
        ? new Route.Data(segments.get(0), DataEvent.ON_UPDATE, segments.get(1))
        : null;
  }

  private static @Nullable Route delete(List<String> segments, boolean hasQuery) {
    if (!isEntityPath(segments)) {
      return null;
    }
    if (segments.size() == 2) {
      return new Route.Data(segments.get(0), DataEvent.ON_DELETE_BY_ID, segments.get(1));
    }
    return new Route.Data(
        segments.get(0), hasQuery ? DataEvent.ON_DELETE_BY_QUERY : DataEvent.ON_DELETE_ALL, null);
  }

  /** One or two segments, none of them empty. */
  private static boolean isEntityPath(List<String> segments) {
    return !segments.isEmpty() && segments.size() <= 2 && !segments.contains("");
  }
}
