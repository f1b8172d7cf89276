package io.flexservices.local.bundle;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What class data is made of. A value.
 *
 * @param jar the service's deployable jar, with {@code adapter-local} or {@code runtime-aws-lambda}
 * @param output the directory that gets the archive, the jar, and what starts them; files of the
 *     same names there are replaced
 * @param jdk the directory of a JDK 17 or later, or of a part of one; null for the one that runs
 *     this
 * @param handler the handler's name, as Lambda will be given it; a server has none
 * @param events a directory of events, a file of JSON each, that the training run hands the service
 *     beside those that do nothing; for a server all of payload 2.0; null for none
 * @param environment the service's environment in the training run, with {@code PATH}, beside a
 *     shared secret
 * @param log takes what happens
 */
public record ClassDataOptions(
    Path jar,
    Path output,
    @Nullable Path jdk,
    String handler,
    @Nullable Path events,
    Map<String, String> environment,
    PrintStream log) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException where one does not do; the message says which and why
   */
  public ClassDataOptions {
    requireNonNull(output, "output == null");
    requireNonNull(handler, "handler == null");
    environment = Map.copyOf(environment);
    new DeployableJar(jar);
    new Training(events, environment, log);
  }

  Training training() {
    return new Training(events, environment, log);
  }
}
