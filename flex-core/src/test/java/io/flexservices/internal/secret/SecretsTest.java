package io.flexservices.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a comparison consists of. Its time is that of {@link java.security.MessageDigest#isEqual},
 * documented as that of the first argument's length: so it is told by what is compared, and a test
 * needs no clock.
 */
class SecretsTest {
  @ParameterizedTest
  @CsvSource({
    "current, previous, current",
    "current, previous, previous",
    "current, previous, neither",
    "current, previous, c",
    "current, previous, current-and-more",
    "current, previous, ''",
    "current, , current",
    "current, , neither",
    ", previous, previous",
    ", previous, neither"
  })
  void comparesTwiceWhateverTheKeyIsAndHoweverManySecretsThereAre(
      String current, String previous, String key) {
    List<String> first = new ArrayList<>();
    Secrets secrets =
        new Secrets(current, previous) {
          @Override
          boolean isEqual(byte[] given, byte[] right) {
            first.add(new String(given, StandardCharsets.UTF_8));
            return Arrays.equals(given, right);
          }
        };

    boolean accepted = secrets.accept(key);

    assertThat(first).containsExactly(key, key);
    assertThat(accepted).isEqualTo(key.equals(current) || key.equals(previous));
  }

  @Test
  void acceptsEverybodyWhereThereIsNoSecret() {
    assertThat(new Secrets(null, null).accept("")).isTrue();
    assertThat(new Secrets(null, null).accept("any")).isTrue();
  }
}
