package io.flexservices.conformance.fuzz;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.context.FlexContext;
import io.flexservices.data.DataContext;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.modules.query.Query;
import io.flexservices.modules.query.QueryException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Answers with all it can learn from a request, logs it, and throws for no request: a failure that
 * shows is one of what surrounds it.
 */
final class FuzzService implements FlexService {
  /** What callers send. */
  static final String KEY = "key-of-callers";

  /** What no caller knows, and no answer and no log line may hold. */
  static final String PLANTED = "planted-s3cr3t";

  /** Each so-manieth request is logged: checking the lines takes more time than all else. */
  private static final int LOGGED = 8;

  private final AtomicInteger requests = new AtomicInteger();

  @Override
  public FlexOptions options() {
    return FlexOptions.defaults()
        .withSharedSecret(PLANTED)
        .withPreviousSharedSecret(KEY)
        .withRequestBodyLimit(200_000);
  }

  @Override
  public void register(Flex flex) {
    flex.data()
        .serviceObject("things")
        .onGetAll((context, complete, modules) -> data(context, complete, modules))
        .onGetById((context, complete, modules) -> data(context, complete, modules))
        .onGetByQuery((context, complete, modules) -> data(context, complete, modules))
        .onGetCountByQuery((context, complete, modules) -> data(context, complete, modules))
        .onInsert((context, complete, modules) -> data(context, complete, modules))
        .onInsertMany((context, complete, modules) -> data(context, complete, modules))
        .onUpdate((context, complete, modules) -> data(context, complete, modules))
        .onDeleteByQuery((context, complete, modules) -> data(context, complete, modules));
    flex.functions()
        .register(
            "f",
            (context, complete, modules) -> complete.setBody(seen(context, modules)).ok().next());
    flex.auth()
        .register(
            "login",
            (context, complete, modules) ->
                context.username() == null
                    ? complete.accessDenied(seen(context, modules)).next()
                    : complete
                        .setToken(seen(context, modules))
                        .addAttribute("a", context.bodyValue())
                        .ok()
                        .next());
  }

  private Outcome data(DataContext context, DataCompletion complete, Modules modules) {
    Map<String, @Nullable Object> seen = seen(context, modules);
    try {
      seen.put("found", found(context));
    } catch (JsonException | QueryException e) {
      return complete.setBody(Map.of("why", String.valueOf(e.getMessage()))).badRequest().done();
    }
    return complete.setBody(seen).ok().next();
  }

  private static List<JsonObject> found(DataContext context) {
    JsonObject query = context.query() == null ? JsonObject.empty() : context.query();
    Map<String, @Nullable Object> options = new LinkedHashMap<>();
    if (query.value("query") instanceof String filter) {
      options.put("filter", JsonObject.parse(filter));
    }
    for (String name : List.of("sort", "limit", "skip")) {
      if (query.value(name) instanceof String text) {
        options.put(name, name.equals("sort") ? Map.of(text, 1) : text);
      }
    }
    Object body = context.bodyValue();
    List<Object> records = body instanceof JsonObject ? List.of(body) : List.of(Map.of("n", 2));
    return new Query(options).process(records);
  }

  private Map<String, @Nullable Object> seen(FlexContext context, Modules modules) {
    if (requests.incrementAndGet() % LOGGED == 0) {
      context.logger().info(context);
      context.logger().warn("seen " + context.headers());
    }
    Map<String, @Nullable Object> seen = new LinkedHashMap<>();
    seen.put("method", context.method());
    seen.put("body", context.bodyValue());
    seen.put("headers", context.headers());
    seen.put("username", context.username());
    seen.put("requestId", context.requestId());
    seen.put("app", modules.backendContext());
    var request = modules.requestContext();
    seen.put("security", request.getSecurityContext());
    seen.put("custom", request.getCustomRequestProperties());
    seen.put("client", request.clientAppVersion().majorVersion());
    seen.put("temp", modules.tempObjectStore().getAll());
    return seen;
  }
}
