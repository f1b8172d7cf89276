package io.flexservices.aws;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.background.BackgroundContext;
import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.json.Json;
import io.flexservices.modules.Modules;
import io.flexservices.modules.background.BackgroundException;
import io.flexservices.modules.background.BackgroundOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A function that orders background work, and tasks that keep what they saw, or fail. */
public final class OrderingService implements FlexService {
  static final String SECRET = "s3cr3t";

  final List<Map<String, Object>> seen = Collections.synchronizedList(new ArrayList<>());

  @Override
  public FlexOptions options() {
    return FlexOptions.defaults()
        .withSharedSecret(SECRET)
        .withRequestTimeout(Duration.ofSeconds(20))
        .withAllowedBaasHosts(List.of("http://127.0.0.1"));
  }

  @Override
  public void register(Flex flex) {
    flex.functions().register("order", OrderingService::order);
    flex.background()
        .register("report", (context, modules) -> seen.add(seen(context)))
        .register(
            "failing",
            (context, modules) -> {
              throw new IllegalStateException("the password is opensesame");
            });
  }

  private static Outcome order(
      FunctionContext context, FunctionCompletion complete, Modules modules) {
    Long delay = context.body().integer("delay");
    BackgroundOptions options =
        BackgroundOptions.after(Duration.ofSeconds(delay == null ? 0 : delay));
    try {
      String key =
          modules
              .background()
              .run(context.body().string("task"), context.body().value("payload"), options);
      return complete.setBody(Map.of("key", key)).accepted().done();
    } catch (BackgroundException e) {
      return complete.setBody(Map.of("refused", e.getMessage())).ok().done();
    }
  }

  private static Map<String, Object> seen(BackgroundContext context) {
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("payload", Json.text(context.payloadValue()));
    seen.put("key", context.key());
    seen.put("attempt", context.attempt());
    seen.put("username", context.username());
    seen.put("hasMoreThanARequest", context.remainingTime().toSeconds() > 20);
    return seen;
  }

  /** The event of a direct invocation that orders work. */
  static Map<String, Object> event(Map<String, Object> body) {
    Map<String, Object> headers =
        Map.of(
            "Content-Type", "application/json",
            "X-Auth-Key", SECRET,
            "X-Kinvey-Username", "ada",
            "X-Kinvey-App-Metadata", "{\"applicationId\":\"kid1\",\"mastersecret\":\"m4st3r\"}");
    return Map.of(
        "method",
        "POST",
        "path",
        "/_flexFunctions/order",
        "headers",
        headers,
        "body",
        Map.of("body", body));
  }
}
