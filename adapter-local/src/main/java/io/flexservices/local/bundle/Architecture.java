package io.flexservices.local.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The processors that Lambda runs functions on, by Lambda's names for them. */
public enum Architecture {
  /** Intel's and AMD's. */
  X86_64("x86_64", List.of("amd64", "x86_64")),
  /** Those of AWS Graviton. */
  ARM64("arm64", List.of("aarch64", "arm64"));

  private final String word;
  private final List<String> names;

  Architecture(String word, List<String> names) {
    this.word = word;
    this.names = names;
  }

  /** Lambda's word, for example {@code arm64}. */
  public String word() {
    return word;
  }

  /**
   * The architecture that a word stands for.
   *
   * @throws IllegalArgumentException where there is none; the message lists those that there are
   */
  public static Architecture of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Lambda has no architecture "
                        + word
                        + "; it has "
                        + Arrays.stream(values())
                            .map(Architecture::word)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Refuses to build on another machine: a runtime can be linked for this machine alone, and its
   * cache be recorded by running it.
   *
   * @param system this machine's system, as Java names it: {@code os.name}
   * @param processor this machine's processor, as Java names it: {@code os.arch}
   * @throws IllegalArgumentException where they are not this one; the message says what to do
   */
  void requireThat(String system, String processor) {
    if (!system.equals("Linux") || !names.contains(processor)) {
      throw new IllegalArgumentException(
          "A bundle for %s is built on Linux on %s, and this is %s on %s: build it on such a machine, or for this one's architecture"
              .formatted(word, word, system, processor));
    }
  }
}
