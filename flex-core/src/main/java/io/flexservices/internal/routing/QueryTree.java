package io.flexservices.internal.routing;

import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestRejected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query string as an object, by the rules of the reference's parser (qs 6.11): values stay
 * strings, a name that comes several times has an array, {@code a[b]=1} nests, {@code a[]=1} and
 * {@code a[0]=1} make arrays. Unlike there, too many parameters or too deep brackets are refused
 * and not dropped.
 */
public final class QueryTree {
  private static final int PARAMETERS = 1_000;
  private static final int DEPTH = 5;

  private QueryTree() {}

  /** The object; empty where there are no parameters. */
  public static Map<String, @Nullable Object> of(QueryParameters query) {
    if (query.all().isEmpty()) {
      return new LinkedHashMap<>();
    }
    if (query.all().size() > PARAMETERS) {
      throw RequestRejected.malformed(
          "The query string has more than " + PARAMETERS + " parameters");
    }
    QueryBranch tree = new QueryBranch();
    valuesByName(query).forEach((name, values) -> tree.merge(branch(steps(name), values)));
    return tree.toMap();
  }

  private static Map<String, List<String>> valuesByName(QueryParameters query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (QueryParameters.Parameter parameter : query.all()) {
      if (!parameter.name().isEmpty()) {
        values.computeIfAbsent(parameter.name(), name -> new ArrayList<>()).add(parameter.value());
      }
    }
    return values;
  }

  /** {@code a[b][]} as {@code a}, {@code [b]}, {@code []}; what stands between brackets is lost. */
  private static List<String> steps(String name) {
    if (name.indexOf('[') < 0) {
      return List.of(name);
    }
    Matcher brackets = Brackets.PATTERN.matcher(name);
    if (!brackets.find()) {
      return List.of(name);
    }
    List<String> steps = new ArrayList<>();
    if (brackets.start() > 0) {
      steps.add(name.substring(0, brackets.start()));
    }
    int depth = 0;
    do {
      if (++depth > DEPTH) {
        throw RequestRejected.malformed(
            "A name in the query string has more than " + DEPTH + " pairs of brackets");
      }
      steps.add(brackets.group());
    } while (brackets.find());
    return steps;
  }

  /** The tree that one name makes, built from its leaf up. */
  private static Object branch(List<String> steps, List<String> values) {
    Object leaf = values.size() == 1 ? values.get(0) : QueryItems.of(values);
    for (int i = steps.size() - 1; i >= 0; i--) {
      leaf = under(steps.get(i), leaf);
    }
    return leaf;
  }

  private static Object under(String step, Object leaf) {
    if (step.equals("[]")) {
      return leaf instanceof QueryItems ? leaf : QueryItems.of(List.of(leaf));
    }
    boolean inBrackets = step.startsWith("[") && step.endsWith("]");
    String name = inBrackets ? step.substring(1, step.length() - 1) : step;
    int index = inBrackets ? QueryItems.index(name) : -1;
    return index < 0 ? QueryBranch.of(name, leaf) : QueryItems.at(index, leaf);
  }

  /** Compiled when the first name with brackets comes. */
  private static final class Brackets {
    static final Pattern PATTERN = Pattern.compile("\\[[^\\[\\]]*]");
  }
}
