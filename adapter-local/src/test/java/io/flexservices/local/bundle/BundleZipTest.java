package io.flexservices.local.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleZipTest {
  @TempDir private Path directory;

  @Test
  void holdsAllFilesInOrder() throws IOException {
    Path zip = zip(bundle("one"), "all.zip");
    try (ZipFile file = new ZipFile(zip.toFile())) {
      List<String> names = file.stream().map(ZipEntry::getName).toList();
      assertThat(names).containsExactly("a/b/c", "bootstrap");
      assertThat(file.getInputStream(file.getEntry("a/b/c"))).hasContent("text");
    }
  }

  @Test
  void marksPrograms() throws IOException {
    Path zip = zip(bundle("one"), "all.zip");
    try (FileSystem files =
        FileSystems.newFileSystem(
            URI.create("jar:" + zip.toUri()), Map.of("enablePosixFileAttributes", true))) {
      assertThat(mode(files, "bootstrap")).isEqualTo("rwxr-xr-x");
      assertThat(mode(files, "a/b/c")).isEqualTo("rw-r--r--");
    }
  }

  /** Whenever, wherever and in which time zone it is made. */
  @Test
  void isTheSameForTheSameFiles() throws IOException {
    Path one = bundle("one");
    byte[] first = Files.readAllBytes(zip(one, "one.zip"));
    Path two = bundle("two");
    Files.setLastModifiedTime(two.resolve("bootstrap"), FileTime.from(Instant.EPOCH));
    TimeZone own = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertThat(Files.readAllBytes(zip(two, "two.zip"))).isEqualTo(first);
    } finally {
      TimeZone.setDefault(own);
    }
  }

  @Test
  void hasOneTimeForAllEntries() throws IOException {
    try (ZipFile file = new ZipFile(zip(bundle("one"), "all.zip").toFile())) {
      Set<LocalDateTime> times =
          file.stream().map(ZipEntry::getTimeLocal).collect(Collectors.toUnmodifiableSet());
      assertThat(times).containsExactly(LocalDateTime.of(2026, 1, 1, 0, 0));
    }
  }

  @Test
  void replacesWhatWasThere() throws IOException {
    Path zip = directory.resolve("all.zip");
    Files.writeString(zip, "something else");
    BundleZip.write(bundle("one"), zip);
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.getEntry("bootstrap")).isNotNull();
    }
  }

  private static String mode(FileSystem files, String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getPath(name)));
  }

  private Path zip(Path files, String name) throws IOException {
    Path zip = directory.resolve(name);
    BundleZip.write(files, zip);
    return zip;
  }

  private Path bundle(String name) throws IOException {
    Path bundle = Files.createDirectories(directory.resolve(name).resolve("a/b"));
    Files.writeString(bundle.resolve("c"), "text");
    Path root = directory.resolve(name);
    new BootstrapScript("java", ClassArchive.AHEAD_OF_TIME).writeTaking(root);
    return root;
  }
}
