package io.flexservices.conformance.platform;

import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The fixture's deployable jar under Lambda's own runtime client, behind an event source. */
final class AwsTarget implements RunningTarget {
  private static final String HANDLER = "io.flexservices.aws.FlexLambdaHandler::handleRequest";

  private final LocalLambda lambda;

  private AwsTarget(LocalLambda lambda) {
    this.lambda = lambda;
  }

  static Function<TargetOptions, RunningTarget> behind(EventSource source) {
    return options -> start(source, options);
  }

  private static RunningTarget start(EventSource source, TargetOptions options) {
    LocalLambdaOptions.Builder function =
        LocalLambdaOptions.builder(List.of(Build.awsJar()), HANDLER, source)
            .port(options.port())
            .environment(environment(options));
    if (options.deadlineMs() != null) {
      function.timeout(Duration.ofMillis(options.deadlineMs()));
    }
    LocalLambda lambda = LocalLambda.start(function.build());
    if (!lambda.started().join()) {
      lambda.close();
      throw new IllegalStateException("The function did not start; its output above says why");
    }
    return new AwsTarget(lambda);
  }

  /** What this process has, so that the JDK and the locale are the same, without its settings. */
  private static Map<String, String> environment(TargetOptions options) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.startsWith("FLEX_"));
    environment.putAll(options.environment());
    return environment;
  }

  @Override
  public String url() {
    return lambda.url();
  }

  @Override
  public void close() {
    lambda.close();
  }
}
