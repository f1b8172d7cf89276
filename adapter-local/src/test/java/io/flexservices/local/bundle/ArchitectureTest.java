package io.flexservices.local.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void isBuiltOnItsOwnKindOfMachine() {
    assertThatCode(() -> Architecture.X86_64.requireThat("Linux", "amd64"))
        .doesNotThrowAnyException();
    assertThatCode(() -> Architecture.ARM64.requireThat("Linux", "aarch64"))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAnotherMachineInWords() {
    assertThatThrownBy(() -> Architecture.ARM64.requireThat("Linux", "amd64"))
        .hasMessage(
            "A bundle for arm64 is built on Linux on arm64, and this is Linux on amd64: build it on"
                + " such a machine, or for this one's architecture");
    assertThatThrownBy(() -> Architecture.ARM64.requireThat("Mac OS X", "aarch64"))
        .hasMessage(
            "A bundle for arm64 is built on Linux on arm64, and this is Mac OS X on aarch64: build"
                + " it on such a machine, or for this one's architecture");
  }

  @Test
  void hasLambdasWords() {
    assertThat(Architecture.of("x86_64")).isEqualTo(Architecture.X86_64);
    assertThat(Architecture.of("arm64")).isEqualTo(Architecture.ARM64);
    assertThatThrownBy(() -> Architecture.of("amd64"))
        .hasMessage("Lambda has no architecture amd64; it has x86_64, arm64");
  }
}
