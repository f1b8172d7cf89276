package io.flexservices.conformance.platform;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The platforms that the fixture runs on. */
public enum Target {
  /** The local adapter. */
  LOCAL("local", LocalTarget::start);

  private final String label;
  private final Function<TargetOptions, RunningTarget> starter;

  Target(String label, Function<TargetOptions, RunningTarget> starter) {
    this.label = label;
    this.starter = starter;
  }

  /** The name on the command line and in reports, for example {@code aws-http}. */
  public String label() {
    return label;
  }

  /**
   * Starts the fixture.
   *
   * @throws IllegalStateException where it cannot be started; the message says why
   */
  public RunningTarget start(TargetOptions options) {
    return starter.apply(options);
  }

  /**
   * The target of a name.
   *
   * @throws IllegalArgumentException where there is none; the message lists them
   */
  public static Target of(String label) {
    return Arrays.stream(values())
        .filter(target -> target.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no target \"" + label + "\"; the targets are " + labels()));
  }

  /** The names of all targets. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Target::label).toList();
  }
}
