package io.flexservices.benchmarks.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.flexservices.benchmarks.request.HandWritten;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The two small requests by hand over jackson-core's streams, without a framework and without a
 * thread of its own: what the job costs without us.
 */
public final class StreamHandler implements RequestStreamHandler {
  private final HandWritten job = new HandWritten(System.getenv("FLEX_SHARED_SECRET"));

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    output.write(job.answer(input.readAllBytes()));
  }
}
