package io.flexservices.benchmarks.function;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import java.util.Map;

/**
 * A service with as many handlers as the variable {@code HANDLERS} says: those that are measured,
 * and functions and service objects in turn.
 */
public final class ManyHandlers implements FlexService {
  @Override
  public void register(Flex flex) {
    flex.data()
        .serviceObject("widgets")
        .onGetById(
            (context, complete, modules) ->
                complete
                    .setBody(Map.of("_id", String.valueOf(context.entityId()), "name", "thing"))
                    .ok()
                    .next())
        .onInsert(
            (context, complete, modules) -> complete.setBody(context.bodyValue()).ok().next());
    flex.functions()
        .register(
            "echo",
            (context, complete, modules) -> complete.setBody(context.bodyValue()).ok().next());
    int handlers = Integer.parseInt(System.getenv("HANDLERS"));
    for (int i = 3; i < handlers; i++) {
      if (i % 2 == 0) {
        flex.functions()
            .register("function" + i, (context, complete, modules) -> complete.ok().next());
      } else {
        flex.data()
            .serviceObject("object" + i)
            .onGetById((context, complete, modules) -> complete.ok().next());
      }
    }
  }
}
