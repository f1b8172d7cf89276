package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values and contexts out of JSON texts, which may have apostrophes for quotation marks. */
public final class Texts {
  private Texts() {}

  /** The value, which may be changed. */
  public static @Nullable Object value(String text) {
    return Json.copy(Json.parse(text.replace('\'', '"')));
  }

  /** The object, which may be changed. */
  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  public static Map<String, @Nullable Object> object(String text) {
    return (Map<String, @Nullable Object>) requireNonNull(value(text));
  }

  /** A value as another one that is equal to it if both have the same JSON form. */
  public static @Nullable Object plain(@Nullable Object value) {
    return Json.parse(Json.text(value));
  }

  /** A call that is to write that data. */
  public static HookContext before(HookMethod method, String data) {
    return HookContext.of(HookStage.BEFORE, method, "posts").data(value(data)).build();
  }

  /** A call that has that result. */
  public static HookContext after(HookMethod method, String result) {
    HookContext context = HookContext.of(HookStage.AFTER, method, "posts").build();
    context.setResult(value(result));
    return context;
  }

  /** A find with those params. */
  public static HookContext finding(String params) {
    return HookContext.of(HookStage.BEFORE, HookMethod.FIND, "posts")
        .params(new HookParams(object(params)))
        .build();
  }

  /** Runs a hook to its end. */
  public static HookContext run(Hook hook, HookContext context) throws Exception {
    Hook.combine(hook).run(context);
    return context;
  }
}
