package io.flexservices.conformance.gcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Runs another program's main until standard input ends. Whoever started this process holds the
 * other end, so that nothing is left running once that one is gone, however it ended.
 */
final class ParentBoundMain {
  private ParentBoundMain() {}

  /** The class whose main to run, and its arguments. */
  public static void main(String[] args) throws Exception {
    watch(System.in);
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void watch(InputStream in) {
    Thread watcher = new Thread(() -> endWith(in), "parent-watcher");
    watcher.setDaemon(true);
    watcher.start();
  }

  private static void endWith(InputStream in) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // As good as the end.
    }
    // No shutdown hooks: nobody waits for them any more, and one that hangs would outlive us.
    Runtime.getRuntime().halt(0);
  }
}
