package io.flexservices.aws.runtime.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A function, and how its process is started.
 *
 * @param words the command line
 * @param handler the handler's name
 */
record Contestant(String name, List<String> words, String handler, Path directory) {
  Process start(String runtimeApi, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                "/usr/bin:/bin",
                "AWS_LAMBDA_RUNTIME_API",
                runtimeApi,
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                "1024",
                "AWS_LAMBDA_FUNCTION_NAME",
                "function",
                "LAMBDA_TASK_ROOT",
                directory.toString(),
                "_HANDLER",
                handler,
                "FLEX_SHARED_SECRET",
                Measure.SECRET));
    return builder.start();
  }
}
