package io.flexservices.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.secret.SharedSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret in a file. */
class SecretFileTest {
  @TempDir private Path folder;

  @Test
  void readsTheFileAnewEachTime() throws IOException {
    Path file = Files.writeString(folder.resolve("flex"), "sécret\n");
    SecretFile source = new SecretFile(file.toString());
    assertThat(source.fetch()).isEqualTo(new SharedSecrets("sécret", null));

    Files.writeString(file, "{\"current\": \"new\", \"previous\": \"sécret\"}");
    assertThat(source.fetch()).isEqualTo(new SharedSecrets("new", "sécret"));
  }

  @Test
  void failsWhereThereIsNoFile() {
    SecretFile source = new SecretFile(folder.resolve("none").toString());
    assertThatThrownBy(source::fetch).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void failsWhereTheFileIsNoSecret() throws IOException {
    Path file = Files.writeString(folder.resolve("large"), "x".repeat(65_537));
    assertThatThrownBy(new SecretFile(file.toString())::fetch)
        .hasMessage("The file is over 65536 bytes");
    Files.writeString(file, "x".repeat(65_536));
    assertThat(new SecretFile(file.toString()).fetch().current()).hasSize(65_536);
  }

  @Test
  void refusesWhatIsNoPath() {
    assertThatThrownBy(() -> new SecretFile("a\0b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The source file: must name a path");
  }
}
