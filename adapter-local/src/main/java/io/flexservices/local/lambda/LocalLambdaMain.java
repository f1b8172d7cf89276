package io.flexservices.local.lambda;

import io.flexservices.local.internal.StopSignals;
import io.flexservices.log.JsonLogger;
import java.io.PrintStream;
import java.time.Clock;

/**
 * The local Lambda runtime as a program.
 *
 * <pre>{@code
 * java -cp ... io.flexservices.local.lambda.LocalLambdaMain --jar target/service.jar \
 *     --handler io.flexservices.aws.FlexLambdaHandler::handleRequest --source aws-http --port 9000
 * }</pre>
 *
 * <p>It prints {@code ready http://127.0.0.1:PORT} on standard output when the function has asked
 * for its first event, and everything else on standard error. SIGTERM and SIGINT stop it and the
 * function at once. It ends with 2 where the command line is wrong, and with 1 where it cannot
 * start.
 */
public final class LocalLambdaMain {
  private LocalLambdaMain() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    PrintStream log = System.err;
    LocalLambdaOptions options;
    try {
      options = Arguments.parse(arguments, System.getenv(), log);
    } catch (IllegalArgumentException e) {
      log.println(e.getMessage() + System.lineSeparator() + Arguments.USAGE);
      System.exit(2);
      return;
    }
    run(options, System.out);
  }

  private static void run(LocalLambdaOptions options, PrintStream out) {
    LocalLambda lambda;
    try {
      lambda = LocalLambda.start(options);
    } catch (IllegalStateException e) {
      options.log().println(e.getMessage());
      System.exit(1);
      return;
    }
    StopSignals.stopOnce(lambda::close, new JsonLogger(options.log()::println, Clock.systemUTC()));
    if (lambda.started().join()) {
      out.println("ready " + lambda.url());
    } else {
      options.log().println("Requests to " + lambda.url() + " are answered with 502");
    }
  }
}
