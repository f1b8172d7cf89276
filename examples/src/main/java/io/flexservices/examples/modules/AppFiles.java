package io.flexservices.examples.modules;

import static java.util.Objects.requireNonNull;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.functions.FunctionHandler;
import io.flexservices.json.Json;
import io.flexservices.modules.BackendContext;
import io.flexservices.modules.Modules;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * A call that no module makes: the files of the app. It goes to a host that the code names; to take
 * the host from a header of the request would send the master secret wherever a client says.
 */
final class AppFiles implements FunctionHandler {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI backend;

  AppFiles(URI backend) {
    this.backend = requireNonNull(backend, "backend == null");
  }

  @Override
  public Outcome handle(FunctionContext context, FunctionCompletion complete, Modules modules)
      throws Exception {
    HttpResponse<String> files =
        http.send(filesOf(modules.backendContext()), HttpResponse.BodyHandlers.ofString());
    return files.statusCode() == 200
        ? complete.setBody(Json.parse(files.body())).ok().done()
        : complete.setBody("Kinvey answered " + files.statusCode()).runtimeError().done();
  }

  private HttpRequest filesOf(BackendContext app) {
    String credentials = app.getAppKey() + ":" + app.getMasterSecret();
    String encoded =
        Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(backend.resolve("/blob/" + app.getAppKey()))
        .header("Authorization", "Basic " + encoded)
        .header("X-Kinvey-API-Version", "5")
        .timeout(Duration.ofSeconds(10))
        .build();
  }
}
