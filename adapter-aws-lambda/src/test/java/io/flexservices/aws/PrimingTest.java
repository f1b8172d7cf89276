package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.data.DataEvent;
import io.flexservices.json.JsonObject;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.secret.SharedSecrets;
import io.flexservices.spi.BackgroundEvent;
import io.flexservices.spi.Platform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs before a snapshot, and what must not. */
class PrimingTest {
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void answersARequestOfEveryKind(boolean secretIsFetched) throws Exception {
    FlexOptions served =
        secretIsFetched
            ? FlexOptions.defaults().withSecretSource(() -> new SharedSecrets("other", null))
            : FlexOptions.defaults();
    List<BackgroundEvent> ordered = Collections.synchronizedList(new ArrayList<>());
    List<Long> statuses = new ArrayList<>();
    try (PrimingBackend backend = PrimingBackend.start();
        FlexRuntime runtime =
            FlexRuntime.of(new PrimingService(served))
                .on(new Platform("aws-lambda", true))
                .settings(FlexSettings.of(Map.of(), Map.of()))
                .logTo(log::add)
                .background((event, http, deadline) -> ordered.add(event))
                .allowLoopbackBackend()
                .build()) {
      LambdaAdapter adapter = new LambdaAdapter(runtime, new InvokedFunction(Map.of()));
      for (byte[] event : PrimingEvents.all(backend.url(), true)) {
        JsonObject answer =
            JsonObject.parse(new String(adapter.answer(event, null), StandardCharsets.UTF_8));
        statuses.add(
            answer.has("statusCode") ? answer.integer("statusCode") : answer.integer("status"));
      }
    }
    // The event of background work is answered with its task and its key.
    assertThat(statuses).filteredOn(status -> status == null).hasSize(1);
    assertThat(statuses).filteredOn(status -> status != null && status == 200).hasSize(28);
    assertThat(statuses)
        .filteredOn(status -> status != null && status != 200)
        .containsExactlyInAnyOrder(201L, 201L, 404L, 550L, 401L, 501L, 405L, 400L, 401L, 400L);
    assertThat(ordered).as("background work").isNotEmpty();
    for (DataEvent event : DataEvent.values()) {
      assertThat(log).anyMatch(line -> line.contains("\"" + event.eventName() + "\""));
    }
  }

  @Test
  void callsNothingOfTheServiceAndLogsOneLine() {
    AtomicInteger calls = new AtomicInteger();
    FlexOptions options =
        FlexOptions.defaults()
            .withPrimingRounds(2)
            .withSecretSource(
                () -> {
                  calls.incrementAndGet();
                  return new SharedSecrets("s3cr3t", null);
                })
            .withHttpClient(
                () -> {
                  calls.incrementAndGet();
                  throw new IllegalStateException("asked for its client");
                });
    try (FlexRuntime runtime = runtime(options, calls)) {
      Priming.run(runtime);
    }
    assertThat(calls).hasValue(0);
    assertThat(log).hasSize(1);
    assertThat(log.get(0)).containsPattern("The snapshot is primed: 2 rounds in \\d+ ms");
  }

  @Test
  void leavesNoDecisionOnRepeatedPostsToAServiceWithItsOwnClient() {
    String retryPost = System.getProperty("sun.net.http.retryPost");
    System.clearProperty("sun.net.http.retryPost");
    FlexOptions options =
        FlexOptions.defaults()
            .withPrimingRounds(1)
            .withHttpClient(
                () -> {
                  throw new IllegalStateException("asked for its client");
                });
    try (FlexRuntime runtime = runtime(options, new AtomicInteger())) {
      Priming.run(runtime);
      assertThat(System.getProperty("sun.net.http.retryPost")).isNull();
    } finally {
      if (retryPost != null) {
        System.setProperty("sun.net.http.retryPost", retryPost);
      }
    }
  }

  @Test
  void doesNothingWhereTheOptionsSaySo() {
    try (FlexRuntime runtime =
        runtime(FlexOptions.defaults().withPrimingRounds(0), new AtomicInteger())) {
      Priming.run(runtime);
    }
    assertThat(log).isEmpty();
  }

  private FlexRuntime runtime(FlexOptions options, AtomicInteger calls) {
    FlexService service =
        new FlexService() {
          @Override
          public FlexOptions options() {
            return options;
          }

          @Override
          public void register(Flex flex) {
            for (String name : Arrays.asList(PrimingService.OBJECT, PrimingService.LATER)) {
              for (DataEvent event : DataEvent.values()) {
                flex.data()
                    .serviceObject(name)
                    .on(
                        event,
                        (context, complete, modules) -> {
                          calls.incrementAndGet();
                          return complete.ok().next();
                        });
              }
            }
            flex.beforeSnapshot(calls::incrementAndGet);
          }
        };
    return FlexRuntime.of(service)
        .settings(FlexSettings.of(Map.of(), Map.of()))
        .logTo(log::add)
        .build();
  }
}
