package io.flexservices.secret;

import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.json.Throwables;
import io.flexservices.spi.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks an HTTP endpoint for a JSON object, as sources of secrets do it. Over the JDK's own
 * connections, which load few classes. It follows no redirect, so that what a header says goes to
 * one host only, and asks no proxy where the address is {@code http}.
 */
public final class SecretEndpoint {
  private static final int CONNECT_MS = 2_000;
  private static final int READ_MS = 4_000;

  /** For the whole answer, however slowly it comes. */
  private static final Duration TIME = Duration.ofSeconds(5);

  /** Stores hold secrets of 64 KB at most; base64 and JSON make more of it. */
  private static final int LARGEST = 262_144;

  private static final int SHOWN = 300;

  private SecretEndpoint() {}

  /**
   * The JSON object that the endpoint answers with.
   *
   * @param address {@code http} or {@code https}
   * @param headers sent with the request, and never shown
   * @throws SecretStatusException where the status is not 200; the message shows the beginning of
   *     the answer, which says why
   * @throws IOException where there is no answer in time, or none that is a JSON object
   */
  public static JsonObject get(URI address, Map<String, String> headers) throws IOException {
    Deadline deadline = Deadline.in(TIME);
    HttpURLConnection connection = open(address.toURL());
    headers.forEach(connection::setRequestProperty);
    try {
      int status = connection.getResponseCode();
      if (status != 200) {
        throw refused(address, status, connection, headers, deadline);
      }
      return object(address, read(connection.getInputStream(), deadline));
    } catch (SecretStatusException | NotJson e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(address + " does not answer: " + Throwables.summary(e), e);
    } finally {
      connection.disconnect();
    }
  }

  private static HttpURLConnection open(URL address) throws IOException {
    boolean isPlain = address.getProtocol().equals("http");
    HttpURLConnection connection =
        (HttpURLConnection)
            (isPlain ? address.openConnection(Proxy.NO_PROXY) : address.openConnection());
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout(CONNECT_MS);
    connection.setReadTimeout(READ_MS);
    // A connection that is kept may not outlive a frozen or restored process.
    connection.setRequestProperty("Connection", "close");
    connection.setRequestProperty("Accept", "application/json");
    return connection;
  }

  private static JsonObject object(URI address, byte[] body) throws NotJson {
    try {
      return JsonObject.parse(new String(body, StandardCharsets.UTF_8));
    } catch (JsonException e) {
      // Not its message: what came may be the secret.
      throw new NotJson(address + " answered with something that is no JSON object");
    }
  }

  private static SecretStatusException refused(
      URI address,
      int status,
      HttpURLConnection connection,
      Map<String, String> headers,
      Deadline deadline)
      throws IOException {
    InputStream body = connection.getErrorStream();
    String text = body == null ? "" : new String(read(body, deadline), StandardCharsets.UTF_8);
    return new SecretStatusException(
        status, address + " answered " + status + shown(text, headers));
  }

  private static String shown(String text, Map<String, String> headers) {
    String shown = text;
    for (String value : headers.values()) {
      shown = value.isEmpty() ? shown : shown.replace(value, "***");
    }
    shown = shown.strip();
    if (shown.isEmpty()) {
      return "";
    }
    return ": " + (shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "...");
  }

  private static byte[] read(@Nullable InputStream body, Deadline deadline) throws IOException {
    if (body == null) {
      return new byte[0];
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8_192];
    for (int count = body.read(part); count >= 0; count = body.read(part)) {
      all.write(part, 0, count);
      if (all.size() > LARGEST) {
        throw new IOException("The answer is over " + LARGEST + " bytes");
      }
      if (deadline.isSpent()) {
        throw new IOException("The answer took longer than " + TIME.toSeconds() + " s");
      }
    }
    return all.toByteArray();
  }

  private static final class NotJson extends IOException {
    private static final long serialVersionUID = 1L;

    NotJson(String message) {
      super(message);
    }
  }
}
