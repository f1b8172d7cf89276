package io.flexservices.conformance.platform;

import io.flexservices.local.lambda.EventSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The platforms that the fixture runs on. */
public enum Target {
  /** The local adapter. */
  LOCAL("local", LocalTarget::start),
  /** Lambda behind a REST API. */
  AWS_REST("aws-rest", AwsTarget.behind(EventSource.AWS_REST)),
  /** Lambda behind an HTTP API. */
  AWS_HTTP("aws-http", AwsTarget.behind(EventSource.AWS_HTTP)),
  /** Lambda behind a function URL. */
  AWS_URL("aws-url", AwsTarget.behind(EventSource.AWS_URL)),
  /** Lambda behind a load balancer. */
  AWS_ALB("aws-alb", AwsTarget.behind(EventSource.AWS_ALB)),
  /** Lambda behind a load balancer with multi-value headers. */
  AWS_ALB_MULTI("aws-alb-multi", AwsTarget.behind(EventSource.AWS_ALB_MULTI)),
  /** Google Cloud Functions: the real invoker. */
  GCP("gcp", GcpTarget::start);

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

  /** Whether one process serves several requests at once; Lambda's environments do not. */
  public boolean takesSeveralAtOnce() {
    return this == LOCAL || this == GCP;
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
