package io.flexservices.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Cloud Tasks and the metadata server, as far as their references go: a task is created under the
 * token that the metadata server gave, waits for its time, and is brought to its URL until it is
 * answered 2xx, five times at most.
 */
final class CloudTasksStub implements AutoCloseable {
  private static final String QUEUE = "projects/p-1/locations/europe-west1/queues/work";
  private static final String TOKEN = "ya29.a-token";
  private static final int MAX_ATTEMPTS = 5;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);

  private final HttpServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final BlockingQueue<Attempt> attempts = new LinkedBlockingQueue<>();
  private volatile UnaryOperator<String> way = body -> body;

  /**
   * An attempt to bring a task.
   *
   * @param retries how often it was tried before
   * @param status what the function answered
   * @param waited from the task's creation to this attempt
   */
  record Attempt(String task, int retries, int status, Duration waited) {}

  private record Task(String name, Instant created, JsonObject request) {}

  /** A request that the API refuses. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int code;
    private final String status;

    Refused(int code, String status, String message) {
      super(message);
      this.code = code;
      this.status = status;
    }
  }

  CloudTasksStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/computeMetadata/v1/instance/service-accounts/default/token", this::giveToken);
    server.createContext("/v2/" + QUEUE + "/tasks", this::create);
    server.start();
  }

  /** What a function is deployed with. */
  Map<String, String> variables(String functionUrl) {
    String here = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "FLEX_CLOUD_TASKS_QUEUE", QUEUE,
        "FLEX_FUNCTION_URL", functionUrl,
        "FLEX_CLOUD_TASKS_ENDPOINT", here,
        "FLEX_METADATA_ENDPOINT", here);
  }

  /** What becomes of a body on its way to the function. */
  void onTheWay(UnaryOperator<String> change) {
    way = change;
  }

  /** Every attempt, when it is answered. */
  BlockingQueue<Attempt> attempts() {
    return attempts;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void giveToken(HttpExchange exchange) throws IOException {
    if (!"Google".equals(exchange.getRequestHeaders().getFirst("Metadata-Flavor"))) {
      answer(exchange, 403, Map.of());
      return;
    }
    answer(
        exchange, 200, Map.of("access_token", TOKEN, "expires_in", 3599, "token_type", "Bearer"));
  }

  private void create(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        throw new Refused(401, "UNAUTHENTICATED", "no token");
      }
      JsonObject given = member(JsonObject.parse(body), "task");
      Task task =
          new Task(UUID.randomUUID().toString(), Instant.now(), member(given, "httpRequest"));
      check(given, task.request());
      answer(exchange, 200, Map.of("name", QUEUE + "/tasks/" + task.name()));
      String time = given.string("scheduleTime");
      Instant due = time == null ? task.created() : Instant.parse(time);
      later(Duration.between(Instant.now(), due), () -> bring(task, 0));
    } catch (Refused e) {
      answer(
          exchange,
          e.code,
          Map.of(
              "error",
              Map.of(
                  "code", e.code, "status", e.status, "message", String.valueOf(e.getMessage()))));
    }
  }

  private static JsonObject member(JsonObject object, String name) throws Refused {
    if (object.value(name) instanceof JsonObject member) {
      return member;
    }
    throw new Refused(400, "INVALID_ARGUMENT", "no " + name);
  }

  private static void check(JsonObject task, JsonObject request) throws Refused {
    require(task.names().stream().allMatch("httpRequest scheduleTime dispatchDeadline"::contains));
    require("POST".equals(request.string("httpMethod")));
    require(String.valueOf(request.string("url")).matches("https?://.+"));
    require(String.valueOf(task.string("dispatchDeadline")).matches("[0-9]+s"));
    int seconds =
        Integer.parseInt(String.valueOf(task.string("dispatchDeadline")).replace("s", ""));
    require(seconds >= 15 && seconds <= 1_800);
    Objects.requireNonNull(decoded(request));
  }

  private static void require(boolean holds) throws Refused {
    if (!holds) {
      throw new Refused(400, "INVALID_ARGUMENT", "not as the reference has it");
    }
  }

  private static String decoded(JsonObject request) {
    return new String(
        Base64.getDecoder().decode(Objects.requireNonNull(request.string("body"))),
        StandardCharsets.UTF_8);
  }

  private void bring(Task task, int retries) {
    try {
      int status = http.send(request(task, retries), BodyHandlers.discarding()).statusCode();
      attempts.add(
          new Attempt(
              task.name(), retries, status, Duration.between(task.created(), Instant.now())));
      if ((status < 200 || status > 299) && retries + 1 < MAX_ATTEMPTS) {
        later(FIRST_BACKOFF.multipliedBy(1L << retries), () -> bring(task, retries + 1));
      }
    } catch (IOException e) {
      attempts.add(new Attempt(task.name(), retries, 0, Duration.ZERO));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(Task task, int retries) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(String.valueOf(task.request().string("url"))))
            .timeout(Duration.ofMinutes(1))
            .header("User-Agent", "Google-Cloud-Tasks")
            .header("X-CloudTasks-QueueName", "work")
            .header("X-CloudTasks-TaskName", task.name())
            .header("X-CloudTasks-TaskRetryCount", Integer.toString(retries))
            .header("X-CloudTasks-TaskExecutionCount", Integer.toString(retries));
    JsonObject headers = Objects.requireNonNull(task.request().object("headers"));
    headers.names().forEach(name -> request.header(name, String.valueOf(headers.string(name))));
    return request
        .POST(HttpRequest.BodyPublishers.ofString(way.apply(decoded(task.request()))))
        .build();
  }

  private void later(Duration delay, Runnable work) {
    threads.schedule(work, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
  }

  private static void answer(HttpExchange exchange, int status, Map<String, ?> value)
      throws IOException {
    try (exchange) {
      byte[] body = Json.bytes(value);
      exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
