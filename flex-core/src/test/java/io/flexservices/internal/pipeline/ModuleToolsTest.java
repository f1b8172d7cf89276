package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.internal.kinvey.BackendClient;
import io.flexservices.internal.kinvey.BackendHosts;
import io.flexservices.internal.secret.Guard;
import io.flexservices.log.JsonLogger;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What the modules of all requests share. */
class ModuleToolsTest {
  @Test
  void drawsFromOtherRandomnessAfterARestore() {
    ModuleTools tools = tools(null);
    RandomGenerator before = tools.random();
    assertThat(tools.random()).isSameAs(before);
    tools.restored();
    assertThat(tools.random()).isNotSameAs(before);
  }

  @Test
  void keepsTheRandomnessThatItWasGiven() {
    RandomGenerator given = () -> 42;
    ModuleTools tools = tools(given);
    tools.restored();
    assertThat(tools.random()).isSameAs(given);
  }

  private static ModuleTools tools(RandomGenerator random) {
    Clock clock = Clock.systemUTC();
    BackendClient backend =
        new BackendClient(null, BackendHosts.of(List.of()), Runnable::run, Runnable::run);
    Guard guard =
        Guard.of(
            FlexOptions.defaults(), null, clock, Runnable::run, new JsonLogger(line -> {}, clock));
    return new ModuleTools(clock, random, null, backend, List.of(), guard, null);
  }
}
