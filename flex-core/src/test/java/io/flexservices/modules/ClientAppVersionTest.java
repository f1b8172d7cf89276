package io.flexservices.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class ClientAppVersionTest {
  @ParameterizedTest
  @CsvSource({
    "1,            1,   NaN, NaN",
    "1.0,          1,   0,   NaN",
    "1.2.3,        1,   2,   3",
    "1.2.3.4,      1,   2,   3",
    "12.2.3,       12,  2,   3",
    "12.34.56,     12,  34,  56",
    "1a.1.2,       NaN, 1,   2",
    "1.1a.2,       1,   NaN, 2",
    "1.2.3-beta,   1,   2,   NaN",
    "1.2a.3-beta,  1,   NaN, NaN",
    "1a.2.3-beta,  NaN, 2,   NaN",
    "1a.2-beta.3,  NaN, NaN, 3",
    "v1,           NaN, NaN, NaN",
    "1..3,         1,   NaN, 3",
    "1.2.,         1,   2,   NaN",
    ".,            NaN, NaN, NaN",
    "-1.+2.3e5,    NaN, NaN, NaN",
    "' 1. 2.3 ',   NaN, NaN, NaN",
    "\u0661.1.1,   NaN, 1,   1",
    "007.08.010,   7,   8,   10",
    "20240102030405060708.1.1, 20240102030405060708, 1, 1"
  })
  void tellsItsParts(String text, Double major, Double minor, Double patch) {
    ClientAppVersion version = new ClientAppVersion(text);

    assertThat(version.stringValue()).isEqualTo(text);
    assertThat(version.majorVersion()).isEqualTo(major);
    assertThat(version.minorVersion()).isEqualTo(minor);
    assertThat(version.patchVersion()).isEqualTo(patch);
  }

  @ParameterizedTest
  @NullAndEmptySource
  void isNoNumberWhereTheClientSentNone(String text) {
    ClientAppVersion version = new ClientAppVersion(text);

    assertThat(version.stringValue()).isNull();
    assertThat(version.majorVersion()).isNaN();
    assertThat(version.minorVersion()).isNaN();
    assertThat(version.patchVersion()).isNaN();
  }

  @Test
  void comparesAsFalseWhereItIsNoNumber() {
    ClientAppVersion version = new ClientAppVersion("1.0.1-beta");

    assertThat(version.majorVersion() < 2).isTrue();
    assertThat(version.patchVersion() > 1).isFalse();
    assertThat(version.patchVersion() <= 1).isFalse();
  }
}
