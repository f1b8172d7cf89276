package io.flexservices.aws;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Widgets that say what reached their handlers, and service objects that fail. */
final class WidgetService implements FlexService {
  @Override
  public void register(Flex flex) {
    flex.data()
        .serviceObject("widgets")
        .onUpdate(
            (context, complete, modules) -> {
              Map<String, Object> seen = new LinkedHashMap<>();
              seen.put("entityId", context.entityId());
              seen.put("query", context.query());
              seen.put("username", context.username());
              seen.put("accept", context.header("accept"));
              seen.put("body", context.body());
              return complete.setBody(seen).ok().next();
            })
        .onGetById(
            (context, complete, modules) ->
                complete.setBody(Map.of("_id", context.entityId())).ok().next())
        .onInsert(
            (context, complete, modules) -> complete.setBody(context.body()).created().next());
    flex.data()
        .serviceObject("throws")
        .onGetAll(
            (context, complete, modules) -> {
              throw new IllegalStateException("the password is opensesame");
            });
    flex.data()
        .serviceObject("never")
        .onGetAllAsync((context, complete, modules) -> new CompletableFuture<>());
  }
}
