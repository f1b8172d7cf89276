package io.flexservices.local.lambda;

import com.amazonaws.services.lambda.crac.Context;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Runs in the function's process, and answers with what was done around its snapshot, and with the
 * options of its JVM, a line each. {@code PROBE_FAILS} names a hook that fails.
 */
public final class SnapshotProbe implements RequestStreamHandler, Resource {
  private final List<String> done = new ArrayList<>();

  /** Registers the hooks. */
  public SnapshotProbe() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    enter("before the snapshot");
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    enter("after the restore");
  }

  @Override
  public void handleRequest(
      InputStream input, OutputStream output, com.amazonaws.services.lambda.runtime.Context context)
      throws IOException {
    input.readAllBytes();
    List<String> lines = new ArrayList<>(done);
    lines.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    output.write(
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"%s\"}"
            .formatted(Base64.getEncoder().encodeToString(body))
            .getBytes(StandardCharsets.UTF_8));
  }

  private void enter(String moment) {
    done.add(moment);
    System.out.println("process " + ProcessHandle.current().pid() + " " + moment);
    if (moment.equals(System.getenv("PROBE_FAILS"))) {
      throw new IllegalStateException("it was told to fail " + moment);
    }
  }
}
