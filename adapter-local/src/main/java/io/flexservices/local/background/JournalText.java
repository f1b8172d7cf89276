package io.flexservices.local.background;

import io.flexservices.json.JsonException;
import io.flexservices.log.Logger;
import io.flexservices.modules.background.BackgroundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a journal that an earlier server left. */
final class JournalText {
  private JournalText() {}

  /**
   * The work that is left, in the order in which it was kept. A last line without an end was being
   * written when the process ended: nobody was told yet that it is kept.
   *
   * @throws BackgroundException where the journal is damaged
   */
  static List<Work> read(Path file, Logger logger) throws IOException {
    // A line that was cut may end within a character, which a strict decoder would refuse.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n') + 1;
    if (end < text.length()) {
      logger.warn("The last line of %s was cut off, and is ignored".formatted(file));
    }
    Map<String, Work> left = new LinkedHashMap<>();
    List<String> lines = text.substring(0, end).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      try {
        Entry.apply(lines.get(i), left);
      } catch (JsonException e) {
        throw new BackgroundException(
            "Line %d of the journal %s is damaged: %s. Mend it, or move the file away"
                .formatted(i + 1, file, e.getMessage()));
      }
    }
    return new ArrayList<>(left.values());
  }
}
