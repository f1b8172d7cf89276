package io.flexservices.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionsChannelTest {
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final FlexRuntime runtime =
      FlexRuntime.of(new TestService())
          .on(new Platform("gcp-functions"))
          .settings(FlexSettings.of(Map.of(), Map.of("FLEX_COMPRESS", "true")))
          .logTo(log::add)
          .build();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void tellsTheGenerationsApart() {
    assertThat(FunctionsChannel.of(Map.of("K_SERVICE", "f", "K_CONFIGURATION", "f")::get))
        .isEqualTo(FunctionsChannel.CLOUD_RUN);
    assertThat(FunctionsChannel.of(Map.of("K_SERVICE", "f")::get))
        .isEqualTo(FunctionsChannel.FIRST_GENERATION);
    assertThat(FunctionsChannel.of(name -> null)).isEqualTo(FunctionsChannel.CLOUD_RUN);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerMayHaveAsManyBytesAsTheLimitAndNotOneMore(FunctionsChannel channel) {
    FakeResponse fits = get(channel, channel.limit(), "");
    assertThat(fits.status()).isEqualTo(200);
    assertThat(fits.header("Content-Length")).isEqualTo(String.valueOf(channel.limit()));
    assertThat(fits.text().length()).isEqualTo(channel.limit());
    assertThat(log).isEmpty();

    FakeResponse over = get(channel, channel.limit() + 1, "");
    assertThat(over.status()).isEqualTo(550);
    assertThat(Json.parse(over.text()))
        .extracting("debug")
        .isEqualTo(
            "The answer of the handler FlexData sized.onGetById has %d bytes as it is encoded for %s, over the limit of %d bytes"
                .formatted(channel.limit() + 1, channel.words(), channel.limit()));
    assertThat(log).singleElement().asString().contains("sized.onGetById");
  }

  @Test
  void theLimitIsThatBeforeCompression() {
    FunctionsChannel channel = FunctionsChannel.FIRST_GENERATION;
    FakeResponse fits = get(channel, channel.limit(), "gzip");
    assertThat(fits.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(Integer.parseInt(fits.header("Content-Length"))).isLessThan(100_000);
    assertThat(get(channel, channel.limit() + 1, "gzip").status()).isEqualTo(550);
  }

  private FakeResponse get(FunctionsChannel channel, long size, String accepted) {
    FakeResponse response = FakeResponse.empty();
    FakeRequest request =
        FakeRequest.of("GET", "/sized/" + size).header("accept-encoding", accepted);
    new FlexHttpFunction(runtime, Duration.ofMinutes(1), channel).service(request, response);
    return response;
  }
}
