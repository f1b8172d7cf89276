package io.flexservices.conformance;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FakeAnswer;
import io.flexservices.testkit.FakeBackend;
import io.flexservices.testkit.FakeCall;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Kinvey's backend as far as tasks on Lambda need it: entities that are put, and mail. */
final class RecordingBackend implements AutoCloseable {
  final List<JsonObject> saves = new CopyOnWriteArrayList<>();
  final List<JsonObject> mails = new CopyOnWriteArrayList<>();
  final Map<String, JsonObject> entities = new ConcurrentHashMap<>();
  private final FakeBackend server = FakeBackend.start().otherwise(this::answer);

  String url() {
    return server.url();
  }

  /** The headers by which Kinvey says that this is its backend. */
  String[] headers(String secret) {
    Map<String, String> metadata =
        Map.of(
            "_id", "kid_test",
            "appsecret", "appsec",
            "mastersecret", "m4st3rs3cr3t",
            "baasUrl", server.url());
    return new String[] {
      "Content-Type: application/json",
      "X-Auth-Key: " + secret,
      "X-Kinvey-Username: ann",
      "X-Kinvey-App-Metadata: " + Json.text(metadata)
    };
  }

  private FakeAnswer answer(FakeCall call) {
    JsonObject body = call.json();
    if (call.path().startsWith("/rpc/")) {
      mails.add(body);
    } else {
      entities.put(Objects.requireNonNull(body.string("_id")), body);
      saves.add(body);
    }
    return FakeAnswer.json(200, body);
  }

  @Override
  public void close() {
    server.close();
  }
}
