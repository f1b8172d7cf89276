package io.flexservices.local.bundle;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a bundle. A value.
 *
 * @param jar the service's deployable jar, with {@code io.flexservices:runtime-aws-lambda} in it
 * @param handler the handler's name, as Lambda will be given it
 * @param architecture which of Lambda's processors it is for
 * @param output the directory that gets {@code bundle.zip}, and {@code bundle}, the same unpacked;
 *     what these names have there is replaced
 * @param jdk the directory of a JDK 25 or later; null for one that is found
 * @param modules the modules of the JDK that the service needs; none for those that its classes
 *     name
 * @param events a directory of events, a file of JSON each, that the training run hands the service
 *     beside those that do nothing; null for none
 * @param environment the service's environment in the training run, with {@code PATH}, beside what
 *     Lambda sets and a shared secret
 * @param log takes what happens
 */
public record LambdaBundleOptions(
    Path jar,
    String handler,
    Architecture architecture,
    Path output,
    @Nullable Path jdk,
    List<String> modules,
    @Nullable Path events,
    Map<String, String> environment,
    PrintStream log) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException where one does not do; the message says which and why
   */
  public LambdaBundleOptions {
    requireNonNull(handler, "handler == null");
    requireNonNull(architecture, "architecture == null");
    requireNonNull(output, "output == null");
    modules = List.copyOf(modules);
    environment = Map.copyOf(environment);
    new DeployableJar(jar);
    new Training(events, environment, log);
  }

  Training training() {
    return new Training(events, environment, log);
  }
}
