package io.flexservices.modules.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectIdsTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, 1_000_003})
  void areTwentyFourDigitsThatBeginWithTheSecondsAndDiffer(long seed) {
    ObjectIds ids = new ObjectIds(at("2013-05-08T13:48:36Z"), new Random(seed));

    List<String> made = Stream.generate(ids::next).limit(10_000).toList();

    assertThat(made).allMatch(id -> id.matches("518a57b4[0-9a-f]{16}")).doesNotHaveDuplicates();
  }

  @Test
  void dependOnNothingButTheClockAndTheRandomness() {
    Clock clock = at("2026-01-02T03:04:05Z");

    assertThat(new ObjectIds(clock, new Random(7)).next())
        .isEqualTo(new ObjectIds(clock, new Random(7)).next())
        .isNotEqualTo(new ObjectIds(clock, new Random(8)).next());
  }

  @Test
  void keepTheirLengthInEveryYear() {
    for (String time :
        List.of("1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z", "3000-01-01T00:00:00Z")) {
      assertThat(new ObjectIds(at(time), () -> 1L).next()).matches("[0-9a-f]{8}0{15}1");
    }
  }

  private static Clock at(String time) {
    return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
  }
}
