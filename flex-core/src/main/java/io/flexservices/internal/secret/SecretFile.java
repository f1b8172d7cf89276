package io.flexservices.internal.secret;

import io.flexservices.secret.SecretSource;
import io.flexservices.secret.SharedSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that holds the secret, as orchestrators mount them; UTF-8. */
final class SecretFile implements SecretSource {
  static final String SCHEME = "file";

  private static final int LARGEST = 65_536;

  private final Path file;

  /**
   * A source that has not read the file yet.
   *
   * @throws IllegalArgumentException where the name is no path
   */
  SecretFile(String name) {
    try {
      this.file = Path.of(name);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("The source file: must name a path", e);
    }
  }

  @Override
  public SharedSecrets fetch() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new IOException("The file is over " + LARGEST + " bytes");
      }
      return SharedSecrets.parse(new String(content, StandardCharsets.UTF_8));
    }
  }
}
