package io.flexservices.conformance.hooks;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.conditions.Conditions;
import io.flexservices.hooks.conditions.HookCondition;
import io.flexservices.hooks.control.Control;
import io.flexservices.hooks.control.SoftDeleteOptions;
import io.flexservices.hooks.fields.Fields;
import io.flexservices.hooks.fields.RecordChanges;
import io.flexservices.hooks.fields.SerializeSchema;
import io.flexservices.hooks.fields.SetFieldOptions;
import io.flexservices.hooks.join.Populate;
import io.flexservices.hooks.join.PopulateOptions;
import io.flexservices.hooks.join.PopulateSchema;
import io.flexservices.hooks.queries.Queries;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hooks and conditions as vectors write them: {@code [name, ...arguments]}. */
final class NamedHooks {
  private NamedHooks() {}

  /** The hooks of a list. */
  static List<Hook> hooks(JsonArray named) {
    return Stream.iterate(0, i -> i < named.size(), i -> i + 1)
        .map(i -> hook(requireNonNull(named.array(i))))
        .toList();
  }

  @SuppressWarnings("deprecation") // vectors hold keepQueryInArray, whatever it is good for
  private static Hook hook(JsonArray named) {
    return switch (requireNonNull(named.string(0))) {
      case "iff", "when" -> Conditions.iff(condition(named.value(1)), array(rest(named, 2)));
      case "unless" -> Conditions.unless(condition(named.value(1)), array(rest(named, 2)));
      case "iffElse" ->
          Conditions.iffElse(
              condition(named.value(1)), hooks(list(named, 2)), hooks(list(named, 3)));
      case "combine" -> Hook.combine(hooks(rest(named, 1)));
      case "keep" -> Fields.keep(texts(rest(named, 1)));
      case "discard", "remove" -> Fields.discard(texts(rest(named, 1)));
      case "keepInArray" -> Fields.keepInArray(text(named, 1), List.of(texts(list(named, 2))));
      case "lowerCase" -> Fields.lowerCase(texts(rest(named, 1)));
      case "required" -> Fields.required(texts(rest(named, 1)));
      case "preventChanges" -> preventChanges(named);
      case "setField" -> Fields.setField(setFieldOptions(object(named, 1)));
      case "setNow" -> Fields.setNow(texts(rest(named, 1)));
      case "serialize" -> RecordChanges.serialize(SerializeSchema.of(object(named, 1).toMap()));
      case "dePopulate" -> Populate.dePopulate();
      case "populate" -> populate(object(named, 1));
      case "keepQuery" -> Queries.keepQuery(texts(rest(named, 1)));
      case "discardQuery" -> Queries.discardQuery(texts(rest(named, 1)));
      case "keepQueryInArray" ->
          Queries.keepQueryInArray(text(named, 1), List.of(texts(list(named, 2))));
      case "disablePagination" -> Queries.disablePagination();
      case "paramsFromClient" -> Queries.paramsFromClient(texts(rest(named, 1)));
      case "disallow" -> Control.disallow(texts(rest(named, 1)));
      case "softDelete" -> Control.softDelete(softDeleteOptions(named));
      case "stashBefore" ->
          named.size() > 1 ? Control.stashBefore(text(named, 1)) : Control.stashBefore();
      default -> throw new IllegalArgumentException("There is no hook for " + named);
    };
  }

  /** The form without the leading boolean refuses. */
  private static Hook preventChanges(JsonArray named) {
    return named.value(1) instanceof Boolean ifThrow
        ? Fields.preventChanges(ifThrow, texts(rest(named, 2)))
        : Fields.preventChanges(true, texts(rest(named, 1)));
  }

  private static HookCondition condition(@Nullable Object named) {
    if (named instanceof Boolean fixed) {
      return HookCondition.always(fixed);
    }
    JsonArray condition = (JsonArray) requireNonNull(named);
    return switch (requireNonNull(condition.string(0))) {
      case "isProvider" -> Conditions.isProvider(texts(rest(condition, 1)));
      case "isNot" -> Conditions.isNot(condition(condition.value(1)));
      case "every" -> Conditions.every(conditions(condition));
      case "some" -> Conditions.some(conditions(condition));
      default -> throw new IllegalArgumentException("There is no condition for " + condition);
    };
  }

  private static HookCondition[] conditions(JsonArray named) {
    return Stream.iterate(1, i -> i < named.size(), i -> i + 1)
        .map(i -> condition(named.value(i)))
        .toArray(HookCondition[]::new);
  }

  private static Hook populate(JsonObject options) {
    PopulateSchema schema =
        PopulateSchema.fromJson(requireNonNull(options.object("schema")).toMap());
    JsonArray allowed = options.array("$allow");
    return Populate.populate(
        PopulateOptions.of(schema)
            .withCheckPermissions(
                (context, service, permissions, depth) ->
                    allowed == null || allowed.asList().contains(permissions)));
  }

  private static SetFieldOptions setFieldOptions(JsonObject options) {
    return SetFieldOptions.as(requireNonNullElse(options.string("as"), ""))
        .from(requireNonNullElse(options.string("from"), ""))
        .withAllowUndefined(Boolean.TRUE.equals(options.bool("allowUndefined")));
  }

  private static SoftDeleteOptions softDeleteOptions(JsonArray named) {
    SoftDeleteOptions options = SoftDeleteOptions.defaults();
    JsonObject given = named.size() > 1 ? object(named, 1) : JsonObject.empty();
    JsonObject query = given.object("deletedQuery");
    JsonObject data = given.object("removeData");
    options = query == null ? options : options.withDeletedQuery(query.toMap());
    return data == null ? options : options.withRemoveData(data.toMap());
  }

  private static JsonArray rest(JsonArray named, int from) {
    return JsonArray.of(named.toList().subList(from, named.size()));
  }

  private static Hook[] array(JsonArray named) {
    return hooks(named).toArray(Hook[]::new);
  }

  private static String[] texts(JsonArray texts) {
    return texts.asList().stream().map(String::valueOf).toArray(String[]::new);
  }

  private static JsonArray list(JsonArray named, int index) {
    return index < named.size() ? requireNonNull(named.array(index)) : JsonArray.of(List.of());
  }

  private static JsonObject object(JsonArray named, int index) {
    return requireNonNull(named.object(index));
  }

  private static String text(JsonArray named, int index) {
    return requireNonNull(named.string(index));
  }
}
