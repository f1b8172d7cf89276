package io.flexservices.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SdkClassesTest {
  private static final String VERBOSITY = "slf4j.internal.verbosity";

  @AfterEach
  void forget() {
    System.clearProperty(VERBOSITY);
  }

  @Test
  void keepsSlf4jQuietForAsLongAsItTakes() {
    assertThat(SdkClasses.quietly(() -> System.getProperty(VERBOSITY))).isEqualTo("ERROR");
    assertThat(System.getProperty(VERBOSITY)).isNull();
  }

  @Test
  void leavesWhatTheUserChose() {
    System.setProperty(VERBOSITY, "DEBUG");
    assertThat(SdkClasses.quietly(() -> System.getProperty(VERBOSITY))).isEqualTo("DEBUG");
    assertThat(System.getProperty(VERBOSITY)).isEqualTo("DEBUG");
  }

  @Test
  void endsAlsoWhereTheClassIsMissing() {
    NoClassDefFoundError missing = new NoClassDefFoundError("signer");
    assertThatThrownBy(
            () ->
                SdkClasses.quietly(
                    () -> {
                      throw missing;
                    }))
        .isSameAs(missing);
    assertThat(System.getProperty(VERBOSITY)).isNull();
  }
}
