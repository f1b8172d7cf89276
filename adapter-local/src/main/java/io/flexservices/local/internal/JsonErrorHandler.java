package io.flexservices.local.internal;

import io.flexservices.error.KinveyError;
import io.flexservices.json.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the HTTP server itself refuses, a request without a Host say, is answered in JSON too. */
final class JsonErrorHandler extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    KinveyError error = error(response.getStatus());
    response.setStatus(error.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    response.write(true, ByteBuffer.wrap(Json.bytes(error.toJson())), callback);
    return true;
  }

  private static KinveyError error(int status) {
    return switch (status) {
      case 404 -> KinveyError.noSuchRoute("Nothing answers this request");
      case 503 -> KinveyError.unavailable("The service is stopping");
      case 414, 431 ->
          new KinveyError(
              status,
              "RequestTooLarge",
              "The request line or the headers are too large",
              "They may have 65536 bytes together");
      // Of these two the server says that it does not know the method, or the version of HTTP.
      case 501, 505 -> KinveyError.malformed("The HTTP request is malformed");
      default ->
          status < 500
              ? new KinveyError(
                  Math.max(status, 400),
                  "BadRequest",
                  "Unable to understand the request",
                  "The HTTP request is malformed")
              : KinveyError.runtimeError("The server failed; its log says why");
    };
  }
}
