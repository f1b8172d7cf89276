package io.flexservices.conformance;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.aws.FlexLambdaHandler;
import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.json.Json;
import io.flexservices.modules.Modules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * A handler that has called Kinvey's backend before its snapshot: it serves one request while it
 * starts. Its answers say what was done until then.
 */
public final class SnapshotHandler extends FlexLambdaHandler {
  static final String SECRET = "the secret of snapshots";
  static final String BACKEND = "SNAPSHOT_BACKEND";

  /** Starts the service, and calls the backend at the address in {@link #BACKEND}. */
  public SnapshotHandler() throws IOException {
    super(new Service());
    Map<String, Object> headers = new LinkedHashMap<>();
    for (String line : KinveyStub.headers(System.getenv(BACKEND), SECRET)) {
      headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
    }
    byte[] event = Json.bytes(Map.of("method", "GET", "path", "/things/1", "headers", headers));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handleRequest(new ByteArrayInputStream(event), answer, null);
    String text = answer.toString(StandardCharsets.UTF_8);
    if (!text.contains("\"status\":200")) {
      throw new IllegalStateException("The request before the snapshot failed: " + text);
    }
  }

  private static final class Service implements FlexService {
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger handled = new AtomicInteger();
    private final AtomicInteger clients = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @Override
    public FlexOptions options() {
      return FlexOptions.defaults()
          .withSharedSecret(SECRET)
          .withAllowedBaasHosts(List.of("http://127.0.0.1"))
          .withHttpClient(this::client);
    }

    @Override
    public void register(Flex flex) {
      flex.data()
          .serviceObject("things")
          .onGetById((context, complete, modules) -> answer(complete, modules));
      flex.beforeSnapshot(() -> done.add("before the snapshot"));
      flex.onRestore(() -> done.add("after the restore"));
    }

    private SdkHttpClient client() {
      clients.incrementAndGet();
      return new Client(UrlConnectionHttpClient.create(), closed);
    }

    private Outcome answer(DataCompletion complete, Modules modules) {
      handled.incrementAndGet();
      modules.dataStore().collection("books").save(Map.of("_id", "b1"));
      return complete
          .setBody(
              Map.of(
                  "done", List.copyOf(done),
                  "handled", handled.get(),
                  "clients", clients.get(),
                  "closed", closed.get()))
          .ok()
          .next();
    }
  }

  private record Client(SdkHttpClient http, AtomicInteger closed) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return http.prepareRequest(request);
    }

    @Override
    public void close() {
      closed.incrementAndGet();
      http.close();
    }
  }
}
