package io.flexservices.hooks.cache;

import static io.flexservices.hooks.cache.Caches.cache;
import static io.flexservices.hooks.cache.Calls.after;
import static io.flexservices.hooks.cache.Calls.before;
import static io.flexservices.hooks.cache.Calls.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.runtime.FlexRuntime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cache keeps, how long, and that nobody changes it from outside. */
class RecordCacheTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestClock clock = new TestClock();
  private final RecordCache records = RecordCache.of(2, MINUTE).clock(clock).build();
  private final Hook hook = cache(records, "id");

  private void keep(int id) throws Exception {
    hook.run(after(HookMethod.GET, "{\"id\":" + id + "}"));
  }

  @Test
  void dropsWhatWasNotUsedForLongest() throws Exception {
    keep(1);
    keep(2);
    keep(3);
    assertThat(get(hook, 1)).isNull();
    assertThat(get(hook, 2)).isNotNull();
    keep(4);
    assertThat(get(hook, 3)).isNull();
    assertThat(get(hook, 2)).isNotNull();
    assertThat(get(hook, 4)).isNotNull();
  }

  @Test
  void servesARecordUntilItsTimeIsOver() throws Exception {
    keep(1);
    clock.pass(MINUTE.minusMillis(1));
    assertThat(get(hook, 1)).isNotNull();
    clock.pass(Duration.ofMillis(1));
    assertThat(get(hook, 1)).isNull();
  }

  @Test
  void servesNothingOfWhichAClockThatWasPutBackHidesTheAge() throws Exception {
    keep(1);
    clock.pass(Duration.ofMillis(-1));
    assertThat(get(hook, 1)).isNull();
  }

  @Test
  void keepsACopyAndGivesCopies() throws Exception {
    HookContext read = after(HookMethod.GET, "{\"id\":1,\"tags\":[{\"a\":1}]}");
    hook.run(read);
    ((Map<?, ?>) read.result()).clear();
    HookContext served = before(HookMethod.GET, 1);
    hook.run(served);
    ((Map<?, ?>) ((List<?>) ((Map<?, ?>) served.result()).get("tags")).get(0)).clear();
    assertThat(get(hook, 1)).isEqualTo("{\"id\":1,\"tags\":[{\"a\":1}]}");
  }

  @Test
  void copiesByAFunctionOfTheUsersOwn() throws Exception {
    RecordCache own = RecordCache.of(2, MINUTE).clonedBy(record -> Map.of("copied", true)).build();
    Hook owner = cache(own, "id");
    owner.run(after(HookMethod.GET, "{\"id\":1}"));
    assertThat(get(owner, 1)).isEqualTo("{\"copied\":true}");
  }

  @Test
  void knowsAnIdByItsValue() throws Exception {
    keep(1);
    for (Object same : List.of(1, 1L, 1.0, new BigDecimal("1.00"))) {
      assertThat(get(hook, same)).as(same.getClass().getName()).isNotNull();
    }
    assertThat(get(hook, "1")).isNull();
    hook.run(after(HookMethod.GET, "{\"id\":{\"$oid\":\"x\"}}"));
    assertThat(get(hook, Map.of("$oid", "x"))).isNotNull();
    assertThat(get(hook, Double.NaN)).isNull();
  }

  @Test
  void forgetsARecordOrAll() throws Exception {
    keep(1);
    keep(2);
    records.evict(1L);
    assertThat(get(hook, 1)).isNull();
    assertThat(get(hook, 2)).isNotNull();
    records.clear();
    assertThat(get(hook, 2)).isNull();
  }

  @Test
  void isEmptyAfterARestoreFromASnapshot() throws Exception {
    FlexService service =
        new FlexService() {
          @Override
          public void register(Flex flex) {
            flex.onRestore(records::clear);
          }
        };
    try (FlexRuntime runtime =
        FlexRuntime.of(service)
            .settings(FlexSettings.of(Map.of(), Map.of()))
            .logTo(line -> {})
            .build()) {
      keep(1);
      assertThat(get(hook, 1)).isNotNull();
      runtime.restored();
      assertThat(get(hook, 1)).isNull();
    }
  }

  @Test
  void wantsACapacityAndATimeToLive() {
    assertThatThrownBy(() -> RecordCache.of(0, MINUTE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("capacity < 1: 0");
    assertThatThrownBy(() -> RecordCache.of(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeToLive < 1 ms: PT0S");
  }
}
