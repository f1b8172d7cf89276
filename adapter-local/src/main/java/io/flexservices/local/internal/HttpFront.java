package io.flexservices.local.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * An HTTP/1.1 server that refuses no request for its URI: what a path or a query may hold is the
 * handler's business, and so every refusal is JSON. It stops gracefully.
 */
public final class HttpFront {
  /** How long what is in flight may take when the server stops. */
  public static final Duration STOP_TIMEOUT = Duration.ofSeconds(50);

  /** Kinvey's headers are JSON texts; the usual 8 KB would be little. */
  private static final int HEADER_BYTES = 65_536;

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger JETTY_LOG = Logger.getLogger("org.eclipse.jetty");

  private final Server server;
  private final int port;

  private HttpFront(Server server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Listens on a host and a port, 0 for any that is free.
   *
   * @throws IllegalStateException where that is not possible; the message says why
   */
  public static HttpFront listen(String host, int port, Handler handler) {
    JETTY_LOG.setLevel(Level.WARNING);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http()));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(handler));
    server.setErrorHandler(new JsonErrorHandler());
    server.setStopTimeout(STOP_TIMEOUT.toMillis());
    start(server, host, port);
    return new HttpFront(server, connector.getLocalPort());
  }

  /** The port that it listens on. */
  public int port() {
    return port;
  }

  /**
   * Takes no more connections, lets requests in flight finish for 50 seconds at most, and stops.
   */
  public void stop() {
    stop(server);
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE);
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    return http;
  }

  private static void start(Server server, String host, int port) {
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      throw new IllegalStateException(reason(e, host, port), e);
    }
  }

  private static String reason(Exception e, String host, int port) {
    Throwable cause = e instanceof IOException && e.getCause() != null ? e.getCause() : e;
    if (cause instanceof BindException) {
      return "Port %d on %s cannot be listened on (%s). If another process has it, stop that or choose another port with FLEX_PORT"
          .formatted(port, host, cause.getMessage());
    }
    if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
      return "The host %s is not known; choose another one with FLEX_HOST".formatted(host);
    }
    return "The server cannot listen on %s:%d: %s".formatted(host, port, e);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      // Requests were still running after the time for stopping; the threads are daemons of a
      // process that is about to end, and the server itself is closed.
      JETTY_LOG.log(Level.FINE, "The server did not stop in time", e);
    }
  }
}
