package io.flexservices.aws.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 over one socket, against a peer that says what it likes. */
@Timeout(60)
class HttpConnectionTest {
  private static final String OK = StubApi.answer("200 OK", "fine");

  @Test
  void sendsWhatARequestIs() throws Exception {
    try (StubApi stub = StubApi.answering(OK, OK);
        HttpConnection connection = to(stub)) {
      assertThat(get(connection)).isEqualTo("200: fine");
      byte[] body = "a body, and more".getBytes(UTF_8);
      connection.send("POST", "/b", "X-Type: text\r\n", body, 6);
      assertThat(stub.requests())
          .containsExactly(
              "GET /a HTTP/1.1\r\nHost: " + stub.address() + "\r\n\r\n",
              "POST /b HTTP/1.1\r\nHost: "
                  + stub.address()
                  + "\r\nX-Type: text\r\nContent-Length: 6\r\n\r\na body");
    }
  }

  @Test
  void keepsItsConnection() throws Exception {
    try (StubApi stub = StubApi.answering(OK, OK, OK);
        HttpConnection connection = to(stub)) {
      for (int i = 0; i < 3; i++) {
        assertThat(get(connection)).isEqualTo("200: fine");
      }
      assertThat(stub.connections()).isEqualTo(1);
    }
  }

  @Test
  void connectsAnewWhereThePeerHasClosedAConnectionThatWasKept() throws Exception {
    try (StubApi stub = StubApi.answering(OK, StubApi.HANG_UP, OK);
        HttpConnection connection = to(stub)) {
      assertThat(get(connection)).isEqualTo("200: fine");
      assertThat(get(connection)).isEqualTo("200: fine");
      assertThat(stub.connections()).isEqualTo(2);
      assertThat(stub.requests()).hasSize(3);
    }
  }

  @Test
  void connectsAnewAfterAnAnswerThatSaysSo() throws Exception {
    String last = OK.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    try (StubApi stub = StubApi.answering(last, OK);
        HttpConnection connection = to(stub)) {
      assertThat(get(connection)).isEqualTo("200: fine");
      assertThat(get(connection)).isEqualTo("200: fine");
      assertThat(stub.connections()).isEqualTo(2);
      assertThat(stub.requests()).hasSize(2);
    }
  }

  @Test
  void givesUpWhereANewConnectionIsClosedToo() throws Exception {
    try (StubApi stub = StubApi.answering(StubApi.HANG_UP);
        HttpConnection connection = to(stub)) {
      assertThatThrownBy(() -> get(connection))
          .isInstanceOf(IOException.class)
          .hasMessage(stub.address() + " closed the connection without an answer");
      assertThat(stub.requests()).hasSize(1);
    }
  }

  @Test
  void saysWhereNobodyListens() throws Exception {
    StubApi stub = StubApi.answering();
    stub.close();
    try (HttpConnection connection = to(stub)) {
      assertThatThrownBy(() -> get(connection))
          .isInstanceOf(IOException.class)
          .hasMessage("No connection to " + stub.address() + ": Connection refused");
    }
  }

  @Test
  void readsABodyInChunksWithExtensionsAndTrailers() throws Exception {
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
            + "4;name=value\r\nfine\r\nA\r\n, thank yo\r\n1\r\nu\r\n0\r\nTrailer: x\r\n\r\n";
    try (StubApi stub = StubApi.answering(chunked, OK);
        HttpConnection connection = to(stub)) {
      assertThat(get(connection)).isEqualTo("200: fine, thank you");
      assertThat(get(connection)).isEqualTo("200: fine");
      assertThat(stub.connections()).isEqualTo(1);
    }
  }

  @Test
  void readsABodyWithoutALengthToTheEnd() throws Exception {
    String open = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nfine";
    try (StubApi stub = StubApi.answering(open);
        HttpConnection connection = to(stub)) {
      assertThat(get(connection)).isEqualTo("200: fine");
    }
  }

  @Test
  void readsWhatIsLongerThanItsBuffer() throws Exception {
    String filler = "x".repeat(9_000);
    String header = "Long: " + "y".repeat(20_000);
    String answer = "HTTP/1.1 200 OK\r\n" + header + "\r\nContent-Length: 9000\r\n\r\n" + filler;
    try (StubApi stub = StubApi.answering(answer);
        HttpConnection connection = to(stub)) {
      HttpAnswer read = connection.send("GET", "/a", "", new byte[0], 0);
      assertThat(read.body()).hasSize(9_000).containsOnly((byte) 'x');
      assertThat(read.header("long")).hasSize(20_000);
    }
  }

  /** With {@code ~} for the end of a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SSH-2.0-OpenSSH~ | This is no answer of HTTP/1.1: SSH-2.0-OpenSSH",
        "HTTP/1.1 2x0 OK~~ | This is no number: 2x0",
        "HTTP/1.1 100 Continue~~ | This is no answer of HTTP/1.1: HTTP/1.1 100 Continue",
        "HTTP/1.1 200 OK~nonsense~~ | This is no header: nonsense",
        "HTTP/1.1 200 OK~Content-Length: many~~ | This is no number: many",
        "HTTP/1.1 200 OK~Content-Length: 67108865~~"
            + " | The answer is longer than 67108864 octets",
        "HTTP/1.1 200 OK~Content-Length: 4294967295~~"
            + " | The answer is longer than 67108864 octets",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~xyz~ | This is no number: xyz",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~abc~" + " | A chunk is longer than it says"
      })
  void refusesWhatIsNoAnswer(String answer, String message) throws Exception {
    assertRefused(answer.replace("~", "\r\n"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfine"})
  void tellsAnAnswerThatBreaksOff(String begin) throws Exception {
    // The peer closes after what it takes for the last of its answers.
    assertRefused(
        begin.replaceFirst("OK", "OK\r\nConnection: close"),
        "The connection ended within an answer");
  }

  @Test
  void refusesHeadersWithoutEnd() throws Exception {
    String line = "Name: " + "x".repeat(60_000) + "\r\n";
    assertRefused("HTTP/1.1 200 OK\r\n" + line + line, "The headers are too large");
    assertRefused(
        "HTTP/1.1 200 OK\r\nName: " + "x".repeat(80_000), "A line of the answer is too long");
  }

  private static void assertRefused(String answer, String message) throws IOException {
    try (StubApi stub = StubApi.answering(answer);
        HttpConnection connection = to(stub)) {
      assertThatThrownBy(() -> get(connection)).isInstanceOf(IOException.class).hasMessage(message);
      assertThat(stub.requests()).isEqualTo(List.of(stub.requests().get(0)));
    }
  }

  private static String get(HttpConnection connection) throws IOException {
    return connection.send("GET", "/a", "", new byte[0], 0).describe();
  }

  private static HttpConnection to(StubApi stub) {
    String address = stub.address();
    int colon = address.indexOf(':');
    return new HttpConnection(
        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
  }
}
