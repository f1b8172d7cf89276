package io.flexservices.local.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.log.JsonLogger;
import io.flexservices.log.Logger;
import io.flexservices.modules.background.BackgroundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that keeps background work, over crashes too. */
class JournalTest {
  private static final Work FIRST = work("1");
  private static final Work SECOND = work("2");

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Logger logger = new JsonLogger(log::add, Clock.systemUTC());

  @TempDir Path directory;

  @Test
  void isMadeByTheFirstWorkAndReadByItsOwnerOnly() throws IOException {
    try (Journal journal = open()) {
      assertThat(journal.takeUp()).isEmpty();
      assertThat(directory).isEmptyDirectory();

      journal.keep(FIRST);

      assertThat(file()).isRegularFile();
      try (var files = Files.list(directory)) {
        assertThat(files)
            .hasSize(2)
            .allSatisfy(
                file ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void givesBackWhatIsNeitherDoneNorGivenUp() {
    try (Journal journal = open()) {
      List.of(FIRST, SECOND, work("3"), work("4")).forEach(journal::keep);
      journal.begun(FIRST.begunAgain());
      journal.done(SECOND);
      journal.begun(work("4").begunAgain());
      journal.givenUp(work("4"));
    }
    try (Journal next = open()) {
      assertThat(next.takeUp()).containsExactly(FIRST.begunAgain(), work("3"));
      next.begun(FIRST.begunAgain().begunAgain());
    }
    try (Journal last = open()) {
      assertThat(last.takeUp()).containsExactly(FIRST.begunAgain().begunAgain(), work("3"));
    }
  }

  @Test
  void isCompactedWhenItIsTakenUp() throws IOException {
    try (Journal journal = open()) {
      journal.keep(FIRST);
      journal.keep(SECOND);
      journal.done(FIRST);
    }
    assertThat(Files.readAllLines(file())).hasSize(3);
    try (Journal next = open()) {
      next.takeUp();
      assertThat(Files.readAllLines(file())).hasSize(1);
    }
  }

  @Test
  void isEmptiedWhenItIsLargeAndNothingIsLeft() throws IOException {
    try (Journal journal = open()) {
      Work large = new Work("1", "report", Instant.EPOCH, "x".repeat(2_000_000), 0);
      journal.keep(large);
      journal.keep(SECOND);
      journal.done(large);
      assertThat(Files.size(file())).isGreaterThan(2_000_000);
      journal.done(SECOND);
      assertThat(Files.size(file())).isZero();
      journal.keep(FIRST);
    }
    try (Journal next = open()) {
      assertThat(next.takeUp()).containsExactly(FIRST);
    }
  }

  @Test
  void ignoresALastLineThatACrashCutOffAndSaysSo() throws IOException {
    try (Journal journal = open()) {
      journal.keep(FIRST);
    }
    byte[] torn = Entry.kept(new Work("2", "töne", Instant.EPOCH, "{}", 0));
    int withinTheUmlaut = 0;
    while (torn[withinTheUmlaut] >= 0) {
      withinTheUmlaut++;
    }
    Files.write(file(), Arrays.copyOf(torn, withinTheUmlaut + 1), StandardOpenOption.APPEND);

    try (Journal next = open()) {
      assertThat(next.takeUp()).containsExactly(FIRST);
      assertThat(log).singleElement().asString().contains("was cut off, and is ignored");
      next.keep(SECOND);
    }
    try (Journal last = open()) {
      assertThat(last.takeUp()).containsExactly(FIRST, SECOND);
    }
  }

  @Test
  void refusesAJournalThatIsDamagedInTheMiddle() throws IOException {
    try (Journal journal = open()) {
      journal.keep(FIRST);
    }
    String kept = Files.readString(file());
    Files.writeString(file(), "{\"entry\":\"done\"}\n" + kept);
    try (Journal next = open()) {
      assertThatThrownBy(next::takeUp)
          .isInstanceOf(BackgroundException.class)
          .hasMessage(
              "Line 1 of the journal %s is damaged: it has no id. Mend it, or move the file away",
              file());
    }
    Files.writeString(file(), kept);
    try (Journal mended = open()) {
      assertThat(mended.takeUp()).as("the lock was let go").containsExactly(FIRST);
    }
  }

  @Test
  void isOneServersAtATime() {
    try (Journal journal = open();
        Journal other = open()) {
      journal.keep(FIRST);

      assertThatThrownBy(other::takeUp)
          .isInstanceOf(BackgroundException.class)
          .hasMessageContaining("Another server keeps its background work in " + file())
          .hasMessageContaining("FLEX_BACKGROUND_JOURNAL");
      assertThatThrownBy(() -> other.keep(SECOND)).hasMessageContaining("Another server");
    }
  }

  @Test
  void isNotHarmedByTheInterruptOfAHandler() {
    try (Journal journal = open()) {
      journal.keep(FIRST);
      Thread.currentThread().interrupt();
      journal.keep(SECOND);
      assertThat(Thread.interrupted()).isTrue();
      journal.done(FIRST);
    }
    try (Journal next = open()) {
      assertThat(next.takeUp()).containsExactly(SECOND);
    }
  }

  @Test
  void takesNothingWhenItIsClosedOrCannotBeWritten() {
    Journal closed = open();
    closed.close();
    assertThatThrownBy(() -> closed.keep(FIRST)).hasMessageContaining("The server is stopping");

    try (Journal nowhere = new Journal(directory.resolve("no/such/journal"), logger)) {
      assertThatThrownBy(() -> nowhere.keep(FIRST))
          .isInstanceOf(BackgroundException.class)
          .hasMessageContaining("cannot be opened")
          .hasMessageContaining("FLEX_BACKGROUND_JOURNAL");
    }
  }

  private Journal open() {
    return new Journal(file(), logger);
  }

  private Path file() {
    return directory.resolve("work.jsonl");
  }

  private static Work work(String id) {
    return new Work(id, "report", Instant.ofEpochMilli(1_000), "{\"a\":\"ü\"}", 0);
  }
}
