package io.flexservices.local.lambda;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which of Lambda's event sources HTTP is translated to. */
public enum EventSource {
  /** API Gateway's REST API, payload 1.0. */
  AWS_REST("aws-rest"),
  /** API Gateway's HTTP API, payload 2.0. */
  AWS_HTTP("aws-http"),
  /** A function URL. */
  AWS_URL("aws-url"),
  /** An Application Load Balancer, multi-value headers off. */
  AWS_ALB("aws-alb"),
  /** An Application Load Balancer, multi-value headers on. */
  AWS_ALB_MULTI("aws-alb-multi");

  private final String word;

  EventSource(String word) {
    this.word = word;
  }

  /** The word for it on the command line. */
  public String word() {
    return word;
  }

  /**
   * The source that a word of the command line stands for.
   *
   * @throws IllegalArgumentException where there is none; the message lists those that there are
   */
  public static EventSource of(String word) {
    for (EventSource source : values()) {
      if (source.word.equals(word)) {
        return source;
      }
    }
    throw new IllegalArgumentException(
        "There is no event source %s; there are %s".formatted(word, words()));
  }

  static String words() {
    return Arrays.stream(values()).map(EventSource::word).collect(Collectors.joining(", "));
  }

  Gateway gateway(boolean platformLimits) {
    return switch (this) {
      case AWS_REST -> new RestApi();
      case AWS_HTTP -> new HttpApi(platformLimits);
      case AWS_URL -> new FunctionUrl();
      case AWS_ALB -> new LoadBalancer(false);
      case AWS_ALB_MULTI -> new LoadBalancer(true);
    };
  }
}
