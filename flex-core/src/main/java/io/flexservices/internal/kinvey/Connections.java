package io.flexservices.internal.kinvey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionFactory;

/**
 * Opens the connections of the default client, each with the time that its call has. That is handed
 * over on the thread of the call, because the client's interface has no place for it.
 *
 * <p>The JDK keeps connections for the whole process, and has no way to let go of them: what must
 * not be used again is closed after its answer.
 */
final class Connections implements UrlConnectionFactory {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final ThreadLocal<@Nullable Duration> timeLeft = new ThreadLocal<>();
  private final Authenticator nobody = new Authenticator() {};
  private final boolean keepsAlive;

  /**
   * A factory that has opened none.
   *
   * @param keepsAlive whether the JDK may use a connection again
   */
  Connections(boolean keepsAlive) {
    this.keepsAlive = keepsAlive;
  }

  void enter(Duration left) {
    timeLeft.set(left);
  }

  void leave() {
    timeLeft.remove();
  }

  @Override
  public HttpURLConnection createConnection(URI uri) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      Duration left = timeLeft.get();
      Duration time = left == null ? CONNECT_TIMEOUT : left;
      connection.setConnectTimeout(
          millis(time.compareTo(CONNECT_TIMEOUT) < 0 ? time : CONNECT_TIMEOUT));
      connection.setReadTimeout(millis(time));
      // Else the process's own would answer a 401 by sending the request again.
      connection.setAuthenticator(nobody);
      connection.setUseCaches(false);
      if (!keepsAlive) {
        connection.setRequestProperty("Connection", "close");
      }
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Zero would mean for ever. */
  private static int millis(Duration time) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, time.toMillis()));
  }
}
