package io.flexservices.hooks;

import java.util.List;
import java.util.stream.Stream;

/**
 * One case of the reference's own tests: a hook, what it gets, and what becomes of that.
 *
 * @param hook the call that makes the hook, as vectors write it
 * @param on {@code before create}, {@code after find} and so on
 * @param given the data, the result, or the query where the hook is for queries
 * @param expected what becomes of it, or the message of the refusal after an exclamation mark
 */
public record ReferenceCase(String hook, String on, String given, String expected) {
  /** Cases out of lines, whose columns are separated by bars. */
  public static Stream<ReferenceCase> of(String lines) {
    return lines.lines().filter(line -> !line.isBlank()).map(ReferenceCase::parsed);
  }

  /** The hook. */
  public Hook made() {
    return NamedHooks.hook((List<?>) Texts.plain(Texts.value(hook)));
  }

  private static ReferenceCase parsed(String line) {
    String[] columns = line.strip().split("\\s*\\|\\s*", 4);
    return new ReferenceCase(columns[0], columns[1], columns[2], columns[3]);
  }
}
