package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.json.Json;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.Platform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page about snapshots shows. */
class SnapshotExampleTest {
  private record Price(String item, int cents) {}

  private static final class Prices {
    private final List<String> asked = new ArrayList<>();

    Price find(String item) {
      asked.add(item);
      return new Price(item, 0);
    }
  }

  private static final class Shop implements FlexService {
    private final Prices prices = new Prices();

    @Override
    public void register(Flex flex) {
      flex.beforeSnapshot(() -> Json.text(prices.find("none"))); // a read, and an answer's form
      flex.data()
          .serviceObject("prices")
          .onGetById(
              (context, complete, modules) ->
                  complete.setBody(prices.find(context.entityId())).ok().next());
    }
  }

  @Test
  void readsAPriceBeforeTheSnapshot() {
    Shop shop = new Shop();
    try (FlexRuntime runtime =
        FlexRuntime.of(shop)
            .on(new Platform("test", false))
            .logTo(line -> {})
            .aheadOfSnapshot()
            .build()) {
      assertThat(shop.prices.asked).isEmpty();

      runtime.beforeSnapshot();

      assertThat(shop.prices.asked).containsExactly("none");
    }
  }
}
