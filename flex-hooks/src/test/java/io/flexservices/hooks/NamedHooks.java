package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.conditions.Conditions;
import io.flexservices.hooks.conditions.HookCondition;
import io.flexservices.hooks.control.Control;
import io.flexservices.hooks.fields.Fields;
import io.flexservices.hooks.fields.RecordChanges;
import io.flexservices.hooks.fields.SerializeSchema;
import io.flexservices.hooks.fields.SetFieldOptions;
import io.flexservices.hooks.queries.Queries;
import io.flexservices.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hooks and conditions by the calls that make them, as vectors write them. */
public final class NamedHooks {
  private NamedHooks() {}

  /** Those hooks, one after the other. */
  public static Hook all(List<?> calls) {
    return Hook.combine(list(calls));
  }

  /** A hook by its name and its arguments. */
  public static Hook hook(List<?> call) {
    List<?> arguments = call.subList(1, call.size());
    return switch ((String) requireNonNull(call.get(0))) {
      case "keep" -> Fields.keep(names(arguments));
      case "discard" -> Fields.discard(names(arguments));
      case "remove" -> Fields.remove(names(arguments));
      case "keepInArray" -> Fields.keepInArray(name(arguments), List.of(names(second(arguments))));
      case "lowerCase" -> Fields.lowerCase(names(arguments));
      case "required" -> Fields.required(names(arguments));
      case "preventChanges" -> preventChanges(arguments);
      case "setField" -> Fields.setField(setField(object(arguments)));
      case "serialize" -> RecordChanges.serialize(SerializeSchema.of(object(arguments)));
      case "keepQuery" -> Queries.keepQuery(names(arguments));
      case "discardQuery" -> Queries.discardQuery(names(arguments));
      case "keepQueryInArray" ->
          Queries.keepQueryInArray(name(arguments), List.of(names(second(arguments))));
      case "keepInQueryArray" ->
          Queries.keepInQueryArray(name(arguments), List.of(names(second(arguments))));
      case "disablePagination" -> Queries.disablePagination();
      case "paramsFromClient" -> Queries.paramsFromClient(names(arguments));
      case "disallow" -> Control.disallow(names(arguments));
      case "softDelete" -> Control.softDelete();
      case "stashBefore" ->
          arguments.isEmpty() ? Control.stashBefore() : Control.stashBefore(name(arguments));
      case "iff" -> Conditions.iff(condition(first(arguments)), list(rest(arguments)));
      case "unless" -> Conditions.unless(condition(first(arguments)), list(rest(arguments)));
      case "iffElse" -> iffElse(arguments);
      default -> throw new IllegalArgumentException("No hook here is made by " + call);
    };
  }

  private static HookCondition condition(List<?> call) {
    List<?> arguments = rest(call);
    return switch (name(call)) {
      case "isProvider" -> Conditions.isProvider(names(arguments));
      case "isNot" -> Conditions.isNot(condition(first(arguments)));
      case "every" -> Conditions.every(conditions(arguments));
      case "some" -> Conditions.some(conditions(arguments));
      default -> throw new IllegalArgumentException("No condition here is made by " + call);
    };
  }

  private static Hook preventChanges(List<?> arguments) {
    return Fields.preventChanges(Json.isTruthy(arguments.get(0)), names(rest(arguments)));
  }

  private static SetFieldOptions setField(Map<String, @Nullable Object> given) {
    SetFieldOptions options =
        SetFieldOptions.as((String) requireNonNull(given.get("as")))
            .from((String) requireNonNull(given.get("from")));
    return Json.isTruthy(given.get("allowUndefined")) ? options.allowUndefined() : options;
  }

  private static Hook iffElse(List<?> arguments) {
    return Conditions.iffElse(
        condition(first(arguments)),
        List.of(list(second(arguments))),
        List.of(list((List<?>) requireNonNull(arguments.get(2)))));
  }

  private static Hook[] list(List<?> calls) {
    return calls.stream().map(call -> hook((List<?>) call)).toArray(Hook[]::new);
  }

  private static HookCondition[] conditions(List<?> calls) {
    return calls.stream().map(call -> condition((List<?>) call)).toArray(HookCondition[]::new);
  }

  private static String[] names(List<?> arguments) {
    return arguments.toArray(String[]::new);
  }

  private static String name(List<?> arguments) {
    return (String) requireNonNull(arguments.get(0));
  }

  private static List<?> first(List<?> arguments) {
    return (List<?>) requireNonNull(arguments.get(0));
  }

  private static List<?> second(List<?> arguments) {
    return (List<?>) requireNonNull(arguments.get(1));
  }

  private static List<?> rest(List<?> arguments) {
    return arguments.subList(1, arguments.size());
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static Map<String, @Nullable Object> object(List<?> arguments) {
    return (Map<String, @Nullable Object>) requireNonNull(arguments.get(0));
  }
}
