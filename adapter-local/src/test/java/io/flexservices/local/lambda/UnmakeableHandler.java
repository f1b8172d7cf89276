package io.flexservices.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Cannot be constructed. */
public final class UnmakeableHandler implements RequestStreamHandler {
  /** Throws. */
  public UnmakeableHandler() {
    throw new IllegalStateException("no setting, no handler");
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) {}
}
