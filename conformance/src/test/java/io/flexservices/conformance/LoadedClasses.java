package io.flexservices.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the classes that a process has loaded so far.
 *
 * @param all every one; hidden classes, which lambdas are, by their names without an address
 * @param fromJars those among them that were read from a jar or a directory
 */
record LoadedClasses(Set<String> all, Set<String> fromJars) {
  private static final Pattern LINE = Pattern.compile("(\\S+) source: (.*)");
  private static final Pattern ADDRESS = Pattern.compile("[/+]0x[0-9a-f]+");

  /**
   * The JVM's option that writes the log which {@link #in} reads: the message alone, line by line.
   */
  static String jvmOption(Path log) {
    return "-Xlog:class+load=info:file=" + log + ":none";
  }

  /** What the log of a process tells, which may still go on. */
  static LoadedClasses in(Path log) throws IOException {
    LoadedClasses classes = new LoadedClasses(new TreeSet<>(), new TreeSet<>());
    for (String line : Files.readAllLines(log)) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches()) {
        String name = ADDRESS.matcher(parts.group(1)).replaceAll("");
        classes.all.add(name);
        if (parts.group(2).startsWith("file:")) {
          classes.fromJars.add(name);
        }
      }
    }
    return classes;
  }

  /** Those that another process has not. */
  LoadedClasses beyond(LoadedClasses others) {
    LoadedClasses beyond = new LoadedClasses(new TreeSet<>(all), new TreeSet<>(fromJars));
    beyond.all.removeAll(others.all);
    beyond.fromJars.removeAll(others.all);
    return beyond;
  }
}
