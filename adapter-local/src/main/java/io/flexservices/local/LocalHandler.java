package io.flexservices.local;

import io.flexservices.runtime.DetachedRequests;
import io.flexservices.runtime.FlexRuntime;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Translates between HTTP and the core. The server's threads only read and hand over, so that the
 * one that finds out which connections have something to say does it itself.
 */
final class LocalHandler extends Handler.Abstract.NonBlocking {
  private final FlexRuntime runtime;
  private final DetachedRequests requests;

  LocalHandler(FlexRuntime runtime) {
    this.runtime = runtime;
    this.requests = runtime.detached();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    // A connection that waits for a handler is not idle; the deadline bounds the wait.
    request.addIdleTimeoutListener(timeout -> false);
    new Exchange(runtime, requests, request, response, callback).begin();
    return true;
  }
}
