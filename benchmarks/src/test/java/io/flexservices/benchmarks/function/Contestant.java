package io.flexservices.benchmarks.function;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A function, and how its process is started.
 *
 * @param words the command line
 * @param handler the handler's name
 * @param environment what it has beyond the variables that every function has
 * @param directory where its code lies, and where it runs
 */
record Contestant(
    Role role,
    List<String> words,
    String handler,
    Map<String, String> environment,
    Path directory) {
  /** The same with words after its program's name. */
  Contestant withOptions(String... options) {
    List<String> all = new ArrayList<>(words);
    all.addAll(1, List.of(options));
    return new Contestant(role, all, handler, environment, directory);
  }

  /**
   * Starts it. Source of the variables: Lambda's developer guide, "Using Lambda environment
   * variables".
   *
   * @param log takes what it says
   */
  Process start(String runtimeApi, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> all = builder.environment();
    String path = all.get("PATH");
    all.clear();
    all.put("PATH", path);
    all.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(ManagedJava.MEGABYTES));
    all.put("AWS_LAMBDA_FUNCTION_NAME", "function");
    all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/function");
    all.put("AWS_LAMBDA_LOG_STREAM_NAME", "stream");
    all.put("AWS_REGION", "us-east-1");
    all.put("LAMBDA_TASK_ROOT", directory.toString());
    all.put("_HANDLER", handler);
    all.put("FLEX_SHARED_SECRET", Events.SECRET);
    all.putAll(environment);
    return builder.start();
  }
}
