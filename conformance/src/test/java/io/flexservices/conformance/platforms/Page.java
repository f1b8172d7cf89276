package io.flexservices.conformance.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the run has found, as the page {@code docs/platforms.md}. For one thread. */
final class Page {
  /** Set to true, the page is written in place of compared. */
  private static final String REWRITE = "platforms.rewrite";

  private static final String INTRODUCTION =
      """
      # What holds on which platform

      Each row is tried in the form that the platform documents, against its real runtime: an event
      through Lambda's own runtime client for the five event sources of AWS, octets on a socket for
      the local server and for Google's invoker. This page is written by that run (`PlatformsIT`,
      with `-Dplatforms.rewrite=true`), which fails where the two differ.

      **yes** it holds · **–** it does not apply there · anything else is what that platform does
      instead. [What a platform cannot carry](platform-limits.md) says more on those.

      """;

  private final Map<String, String> cells = new HashMap<>();

  /** Keeps what a case came to on a target. */
  void record(CaseGroup group, PlatformCase row, Target target, String cell) {
    cells.put(key(group, row, target), cell);
  }

  /** Holds the page to the run, or rewrites it. */
  void check(List<CaseGroup> groups) throws IOException {
    Path page = Path.of("..", "docs", "platforms.md").toAbsolutePath().normalize();
    String found = text(groups);
    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(page, found);
    }
    assertThat(Files.exists(page) ? Files.readString(page) : "")
        .as("%s; -D%s=true writes it anew", page, REWRITE)
        .isEqualTo(found);
  }

  private String text(List<CaseGroup> groups) {
    return INTRODUCTION + groups.stream().map(this::section).collect(Collectors.joining("\n"));
  }

  private String section(CaseGroup group) {
    return "## "
        + group.title()
        + "\n\n"
        + line("", Arrays.stream(Target.values()).map(Page::heading).toList())
        + line("---", Arrays.stream(Target.values()).map(target -> "---").toList())
        + group.cases().stream().map(row -> row(group, row)).collect(Collectors.joining());
  }

  private String row(CaseGroup group, PlatformCase row) {
    return line(
        row.title(),
        Arrays.stream(Target.values())
            .map(
                target ->
                    row.on(target) == null
                        ? PlatformCase.DOES_NOT_APPLY
                        : cells.getOrDefault(key(group, row, target), "**no**"))
            .toList());
  }

  private static String line(String first, List<String> cells) {
    return ("| " + first + " | " + String.join(" | ", cells) + " |\n").replace("|  |", "| |");
  }

  private static String heading(Target target) {
    return switch (target) {
      case LOCAL -> "local";
      case AWS_REST -> "REST API";
      case AWS_HTTP -> "HTTP API";
      case AWS_URL -> "function URL";
      case AWS_ALB -> "load balancer";
      case AWS_ALB_MULTI -> "load balancer, multi-value";
      case GCP -> "Google";
    };
  }

  private static String key(CaseGroup group, PlatformCase row, Target target) {
    return group.title() + "/" + row.title() + "/" + target;
  }
}
