package io.flexservices.benchmarks.server;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.completion.Outcome;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Handlers that wait until they are let go, and one that tells what the process holds meanwhile.
 * Each of the two kinds of handlers is a service object; a third one answers at once.
 */
public final class WaitingService implements FlexService {
  private final AtomicInteger inside = new AtomicInteger();
  private final CompletableFuture<Void> letGo = new CompletableFuture<>();

  @Override
  public void register(Flex flex) {
    flex.data()
        .serviceObject("widgets")
        .onGetById(
            (context, complete, modules) ->
                complete.setBody(MeasuredRequest.get().value()).ok().next());
    flex.data()
        .serviceObject("blocking")
        .onGetById(
            (context, complete, modules) -> {
              inside.incrementAndGet();
              letGo.join();
              return complete.setBody(Map.of()).ok().next();
            });
    flex.data()
        .serviceObject("asynchronous")
        .onGetByIdAsync(
            (context, complete, modules) -> {
              inside.incrementAndGet();
              return letGo.thenApply((Void nothing) -> complete.setBody(Map.of()).ok().next());
            });
    flex.functions()
        .register("held", (context, complete, modules) -> complete.setBody(held()).ok().next())
        .register("letGo", (context, complete, modules) -> letGo(complete.ok().next()));
  }

  private Outcome letGo(Outcome outcome) {
    letGo.complete(null);
    return outcome;
  }

  private Map<String, ?> held() {
    int waiting = inside.get();
    System.gc();
    return Map.of(
        "inside", waiting,
        "heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        "threads", Thread.activeCount());
  }
}
