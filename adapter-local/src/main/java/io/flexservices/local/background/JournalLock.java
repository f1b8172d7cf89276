package io.flexservices.local.background;

import io.flexservices.modules.background.BackgroundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a journal for one server. A file beside it, since the journal itself is replaced when it is
 * compacted; the system lets go of the lock when the process ends, however it ends.
 */
final class JournalLock implements AutoCloseable {
  private final FileChannel channel;

  private JournalLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws BackgroundException where another server has it
   */
  static JournalLock of(Path journal) throws IOException {
    FileChannel channel =
        OwnFiles.open(
            journal.resolveSibling(journal.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new BackgroundException(
          ("Another server keeps its background work in %s. Stop that, or give this one a journal"
                  + " of its own with FLEX_BACKGROUND_JOURNAL")
              .formatted(journal));
    }
    return new JournalLock(channel);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // A server in this process has it.
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
