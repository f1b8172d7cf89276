package io.flexservices.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of stores, and what becomes of the deprecated ones. */
class StoreOptionsTest {
  @Test
  void isTheMasterSecretWithoutBusinessLogicByDefault() {
    StoreOptions options = StoreOptions.defaults();
    assertThat(options.useBl()).isFalse();
    assertThat(options.useUserContext()).isFalse();
    assertThat(options.apiVersion()).isEqualTo(5);
    assertThat(options.deprecated()).isEmpty();
  }

  @SuppressWarnings("deprecation") // they are what is tested
  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void takesDeprecatedOptionsForTheirOpposites(boolean skipBl, boolean useMasterSecret) {
    StoreOptions options =
        StoreOptions.defaults().withSkipBl(skipBl).withUseMasterSecret(useMasterSecret);
    assertThat(options.useBl()).isEqualTo(!skipBl);
    assertThat(options.useUserContext()).isEqualTo(!useMasterSecret);
    assertThat(options.deprecated()).containsExactly("skipBl", "useMasterSecret");
  }

  @SuppressWarnings("deprecation") // they are what is tested
  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void letsTheNewNameWin(boolean current, boolean deprecated) {
    StoreOptions options =
        StoreOptions.defaults()
            .withUseBl(current)
            .withUseUserContext(current)
            .withSkipBl(deprecated)
            .withUseMasterSecret(deprecated);
    assertThat(options.useBl()).isEqualTo(current);
    assertThat(options.useUserContext()).isEqualTo(current);
  }

  @Test
  void refusesAVersionThatIsNone() {
    assertThatThrownBy(() -> StoreOptions.defaults().withApiVersion(0))
        .hasMessage("apiVersion < 1: 0");
  }
}
