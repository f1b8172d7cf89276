package io.flexservices.local.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The main class of a function's process: the runtime interface client, and beside it a thread that
 * ends the process at once when its standard input closes. The parent holds that open and writes
 * nothing; the system closes it however the parent ends, and so no function outlives it, not even
 * one that hangs.
 */
public final class ParentGuard {
  private static final int PARENT_IS_GONE = 143;

  private ParentGuard() {}

  /** Runs the runtime interface client with a handler's name. */
  public static void main(String[] arguments) throws Throwable {
    InputStream parent = System.in;
    System.setIn(InputStream.nullInputStream());
    Thread guard = new Thread(() -> haltAtEndOf(parent), "parent-guard");
    guard.setDaemon(true);
    guard.start();
    AWSLambda.main(arguments);
  }

  private static void haltAtEndOf(InputStream parent) {
    try {
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // As good as its end.
    }
    Runtime.getRuntime().halt(PARENT_IS_GONE);
  }
}
