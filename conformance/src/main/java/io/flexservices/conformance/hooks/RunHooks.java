package io.flexservices.conformance.hooks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the hook vectors of a folder: {@code conformance/hooks DIR}. Prints one line for each
 * failure and {@code N/M} last; ends with 1 where one fails, with 2 where there are none to run.
 */
public final class RunHooks {
  private RunHooks() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0]))) {
      System.err.println("usage: conformance/hooks DIR, a folder with vector files (*.json)");
      System.exit(2);
    }
    System.exit(run(HookVector.ofFolder(Path.of(arguments[0]))));
  }

  private static int run(List<HookVector> vectors) {
    int held = 0;
    for (HookVector vector : vectors) {
      String failure = vector.failure();
      if (failure == null) {
        held++;
      } else {
        System.out.println(vector + ": " + failure);
      }
    }
    System.out.println(held + "/" + vectors.size());
    return vectors.isEmpty() ? 2 : held == vectors.size() ? 0 : 1;
  }
}
