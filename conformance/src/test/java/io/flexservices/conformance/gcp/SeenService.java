package io.flexservices.conformance.gcp;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.functions.FunctionHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A service that answers with what it saw. */
public final class SeenService implements FlexService {
  /** What the invoker looks for. */
  public SeenService() {}

  @Override
  public void register(Flex flex) {
    flex.data()
        .serviceObject("things")
        .onGetAll((context, complete, modules) -> complete.setBody("all").ok().next())
        .onGetById(
            (context, complete, modules) ->
                complete.setBody(seen("id", context.entityId())).ok().next())
        .onGetByQuery(
            (context, complete, modules) ->
                complete.setBody(seen("query", context.query())).ok().next())
        .onInsert(
            (context, complete, modules) ->
                complete
                    .setBody(seen("body", context.body(), "headers", context.headers()))
                    .created()
                    .next())
        .onUpdateAsync((context, complete, modules) -> new CompletableFuture<>())
        .onDeleteById(
            (context, complete, modules) -> {
              throw new IllegalStateException("the password is s3cret");
            });
    register(
        flex,
        "runtimeError",
        (context, complete, modules) -> complete.runtimeError("as asked").done());
  }

  private static void register(Flex flex, String name, FunctionHandler handler) {
    flex.functions().register(name, handler);
  }

  private static Map<String, @Nullable Object> seen(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> seen = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      seen.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return seen;
  }
}
