package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.fields.Fields;
import io.flexservices.hooks.queries.Queries;
import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case of the reference's own tests: a hook, what it gets, and what becomes of that.
 *
 * @param hook the call that makes the hook, as vectors write it
 * @param on {@code before create}, {@code after find} and so on
 * @param given the data, the result, or the query where the hook is for queries
 * @param expected what becomes of it, or the message of the refusal after an exclamation mark
 */
public record ReferenceCase(String hook, String on, String given, String expected) {
  /** Cases out of lines, whose columns are separated by bars. */
  public static Stream<ReferenceCase> of(String lines) {
    return lines.lines().filter(line -> !line.isBlank()).map(ReferenceCase::parsed);
  }

  /** The hook. */
  @SuppressWarnings("deprecation") // the reference has keepQueryInArray, whatever it is good for
  public Hook made() {
    JsonArray call = JsonArray.of((List<?>) requireNonNull(Texts.value(hook)));
    String first = call.size() > 1 ? String.valueOf(call.value(1)) : "";
    String[] names = names(call, 1);
    return switch (requireNonNull(call.string(0))) {
      case "keep" -> Fields.keep(names);
      case "discard" -> Fields.discard(names);
      case "remove" -> Fields.remove(names);
      case "keepInArray" -> Fields.keepInArray(first, List.of(names(call.array(2), 0)));
      case "lowerCase" -> Fields.lowerCase(names);
      case "required" -> Fields.required(names);
      case "preventChanges" -> Fields.preventChanges(Json.isTruthy(call.value(1)), names(call, 2));
      case "keepQuery" -> Queries.keepQuery(names);
      case "discardQuery" -> Queries.discardQuery(names);
      case "keepQueryInArray" -> Queries.keepQueryInArray(first, List.of(names(call.array(2), 0)));
      case "keepInQueryArray" -> Queries.keepInQueryArray(first, List.of(names(call.array(2), 0)));
      case "disablePagination" -> Queries.disablePagination();
      case "paramsFromClient" -> Queries.paramsFromClient(names);
      default -> throw new IllegalArgumentException("No hook here is made by " + hook);
    };
  }

  private static String[] names(@Nullable JsonArray call, int from) {
    return requireNonNull(call).asList().stream()
        .skip(from)
        .map(String::valueOf)
        .toArray(String[]::new);
  }

  private static ReferenceCase parsed(String line) {
    String[] columns = line.strip().split("\\s*\\|\\s*", 4);
    return new ReferenceCase(columns[0], columns[1], columns[2], columns[3]);
  }
}
