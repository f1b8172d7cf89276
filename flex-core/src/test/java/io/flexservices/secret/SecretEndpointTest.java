package io.flexservices.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How an endpoint of secrets is asked, against a server that says word for word what it is told.
 */
class SecretEndpointTest {
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private ServerSocket server;
  private volatile String answer = "";
  private volatile boolean keepsOpen;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "endpoint");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void asksForAJsonObject() throws Exception {
    answers("200 OK", "{\"a\": \"é\"}");
    assertThat(SecretEndpoint.get(address(), Map.of("X-Token", "t0ken")).string("a"))
        .isEqualTo("é");
    assertThat(requests.take())
        .startsWith("GET /secret?name=a%2Fb HTTP/1.1\r\n")
        .contains("X-Token: t0ken\r\n", "Connection: close\r\n", "Accept: application/json\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cr3t", "[]", "\"s3cr3t\"", "{\"s3cr3t\": ", "null"})
  void refusesWhatIsNoJsonObjectWithoutRepeatingIt(String body) {
    answers("200 OK", body);
    assertThatThrownBy(() -> SecretEndpoint.get(address(), Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessage(address() + " answered with something that is no JSON object")
        .hasNoCause();
  }

  @Test
  void showsWhyItWasRefusedButNoHeaderThatItSent() {
    answers("403 Forbidden", "no entry with t0ken: AccessDeniedException");
    assertThatThrownBy(() -> SecretEndpoint.get(address(), Map.of("X-Token", "t0ken")))
        .isInstanceOfSatisfying(
            SecretStatusException.class, e -> assertThat(e.status()).isEqualTo(403))
        .hasMessage(address() + " answered 403: no entry with ***: AccessDeniedException");
  }

  @Test
  void showsLittleOfALongRefusal() {
    answers("500 Internal Server Error", "x".repeat(10_000));
    assertThatThrownBy(() -> SecretEndpoint.get(address(), Map.of()))
        .hasMessage(address() + " answered 500: " + "x".repeat(300) + "...");
  }

  @Test
  void followsNoRedirect() throws Exception {
    answer = "HTTP/1.1 302 Found\r\nLocation: " + address() + "\r\nContent-Length: 0\r\n\r\n";
    assertThatThrownBy(() -> SecretEndpoint.get(address(), Map.of("X-Token", "t0ken")))
        .hasMessage(address() + " answered 302");
    requests.take();
    assertThat(requests).isEmpty();
  }

  @Test
  void readsNoEndlessAnswer() {
    answers("200 OK", "x".repeat(300_000));
    assertThatThrownBy(() -> SecretEndpoint.get(address(), Map.of()))
        .hasMessage(address() + " does not answer: IOException: The answer is over 262144 bytes");
  }

  @Test
  void waitsForNoAnswerForever() {
    keepsOpen = true;
    assertThatThrownBy(() -> SecretEndpoint.get(address(), Map.of()))
        .hasMessageStartingWith(address() + " does not answer: ")
        .hasCauseInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void saysWhereNobodyListens() throws IOException {
    server.close();
    assertThatThrownBy(() -> SecretEndpoint.get(address(), Map.of()))
        .hasMessageStartingWith(address() + " does not answer: ")
        .hasCauseInstanceOf(ConnectException.class);
  }

  private URI address() {
    return URI.create("http://localhost:" + server.getLocalPort() + "/secret?name=a%2Fb");
  }

  private void answers(String status, String body) {
    answer =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + body;
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        requests.add(head(socket.getInputStream()));
        if (!keepsOpen) {
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
          socket.close();
        }
      } catch (IOException e) {
        // The client has heard enough, or the test is over.
      }
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        break;
      }
      head.append((char) octet);
    }
    return head.toString();
  }
}
