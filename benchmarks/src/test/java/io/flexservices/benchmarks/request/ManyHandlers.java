package io.flexservices.benchmarks.request;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import java.util.Map;

/**
 * A service with the handlers that are measured, those of the conformance fixture among them, and
 * as many others as it is told to have: {@code widgets} gives an entity by its id and gives back
 * what is inserted, the function {@code echo} gives back its body.
 */
public final class ManyHandlers implements FlexService {
  /** The environment variable that says how many handlers there are; 10 where it is not set. */
  public static final String COUNT = "HANDLERS";

  private static final int FEW = 10;
  private static final int MEASURED = 3;

  private final int count;

  /** As many handlers as the environment says. */
  public ManyHandlers() {
    this(Integer.parseInt(System.getenv().getOrDefault(COUNT, String.valueOf(FEW))));
  }

  /** So many handlers; three at least. */
  public ManyHandlers(int count) {
    this.count = count;
  }

  @Override
  public void register(Flex flex) {
    // Half of the others are service objects, half are functions, each with a name of its own.
    for (int i = MEASURED; i < count; i++) {
      if (i % 2 == 0) {
        flex.data()
            .serviceObject("object" + i)
            .onGetById((context, complete, modules) -> complete.ok().next());
      } else {
        flex.functions()
            .register("function" + i, (context, complete, modules) -> complete.ok().next());
      }
    }
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
  }
}
