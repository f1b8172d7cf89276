package io.flexservices.local.background;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Throwables;
import io.flexservices.log.Logger;
import io.flexservices.modules.background.BackgroundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What background work there is, in a file that only grows while a server runs and is made by the
 * first work. Every line is on the disk when its method returns. Safe to use from several threads.
 */
final class Journal implements AutoCloseable {
  /** From this size on it is emptied when no work is left. */
  private static final long LARGE = 1_048_576;

  private final Path file;
  private final Logger logger;

  /** The work that is neither done nor given up. Guarded by this. */
  private final Set<String> left = new HashSet<>();

  private @Nullable JournalLock lock; // guarded by this
  private @Nullable JournalFile lines; // guarded by this; null until there is work
  private boolean isClosed; // guarded by this

  Journal(Path file, Logger logger) {
    this.file = file.toAbsolutePath();
    this.logger = logger;
  }

  /**
   * The work that an earlier server left; the file is compacted to it. Without a file there is
   * none, and none is made.
   *
   * @throws BackgroundException where the journal is another server's, or cannot be read
   */
  synchronized List<Work> takeUp() {
    return Files.exists(file) ? open() : List.of();
  }

  /**
   * Keeps work.
   *
   * @throws BackgroundException where it could not be written; then it is not kept
   */
  synchronized void keep(Work work) {
    if (isClosed) {
      throw new BackgroundException("The server is stopping, and takes no more background work");
    }
    if (lines == null) {
      // What another server left meanwhile in the same place is taken up by the next start.
      open().forEach(other -> logger.warn("Work of another server is left for later: " + other));
    }
    try {
      requireNonNull(lines).append(Entry.kept(work));
    } catch (IOException e) {
      throw new BackgroundException("The journal %s cannot be written".formatted(file), e);
    }
    left.add(work.id());
  }

  /** Takes note that it is begun, which its attempts count already. */
  synchronized void begun(Work work) {
    note(Entry.begun(work), work);
  }

  synchronized void done(Work work) {
    end(Entry.done(work), work);
  }

  synchronized void givenUp(Work work) {
    end(Entry.givenUp(work), work);
  }

  /** What is not done by now stays for the next server. */
  @Override
  public synchronized void close() {
    isClosed = true;
    try {
      if (lines != null) {
        lines.close();
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      logger.warn(e); // Every line is on the disk already.
    }
  }

  private List<Work> open() {
    JournalLock taken = null;
    try {
      taken = JournalLock.of(file);
      List<Work> work = Files.exists(file) ? JournalText.read(file, logger) : List.of();
      lines = compacted(work);
      lock = taken;
      work.forEach(piece -> left.add(piece.id()));
      return work;
    } catch (IOException e) {
      release(taken);
      throw new BackgroundException(
          ("The journal %s cannot be opened: %s. Choose another place with"
                  + " FLEX_BACKGROUND_JOURNAL")
              .formatted(file, e),
          e);
    } catch (BackgroundException e) {
      release(taken);
      throw e;
    }
  }

  private static void release(@Nullable JournalLock taken) {
    try {
      if (taken != null) {
        taken.close();
      }
    } catch (IOException e) {
      // The process lets go of it when it ends.
    }
  }

  /** Beside the old one and then in its place, so that a crash loses neither. */
  private JournalFile compacted(List<Work> work) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    OwnFiles.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
    try (JournalFile lines = new JournalFile(fresh)) {
      for (Work piece : work) {
        lines.append(Entry.kept(piece));
      }
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return new JournalFile(file);
  }

  private void end(byte[] line, Work work) {
    note(line, work);
    left.remove(work.id());
    try {
      if (left.isEmpty() && lines != null && lines.size() > LARGE) {
        lines.clear();
      }
    } catch (IOException e) {
      logger.warn(e); // It stays large, and right.
    }
  }

  /** What goes wrong here makes work run again that need not, and loses none. */
  private void note(byte[] line, Work work) {
    if (isClosed) {
      return;
    }
    try {
      requireNonNull(lines).append(line);
    } catch (IOException e) {
      logger.error(
          "The journal does not say how far %s is: %s".formatted(work, Throwables.summary(e)));
    }
  }
}
