package io.flexservices.hooks;

import io.flexservices.hooks.internal.Page;
import io.flexservices.hooks.internal.PlainObjects;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which part of a context hooks work on. */
final class Items {
  private Items() {}

  static @Nullable Object of(HookContext context) {
    if (actsOnDispatch(context)) {
      return inPage(context, context.dispatch());
    }
    return context.stage() == HookStage.BEFORE ? context.data() : inPage(context, context.result());
  }

  static void replace(HookContext context, @Nullable Object items) {
    if (actsOnDispatch(context)) {
      context.setDispatch(withPage(context, context.dispatch(), items));
    } else if (context.stage() == HookStage.BEFORE) {
      context.setData(items);
    } else {
      context.setResult(withPage(context, context.result(), items));
    }
  }

  static List<Map<String, @Nullable Object>> records(@Nullable Object items) {
    return PlainObjects.among(
        items instanceof List<?> list ? list : items == null ? List.of() : List.of(items));
  }

  private static @Nullable Object inPage(HookContext context, @Nullable Object result) {
    Map<String, @Nullable Object> page = page(context, result);
    return page == null ? result : page.get(Page.DATA);
  }

  private static @Nullable Object withPage(
      HookContext context, @Nullable Object result, @Nullable Object items) {
    Map<String, @Nullable Object> page = page(context, result);
    if (page == null) {
      return items;
    }
    page.put(Page.DATA, items instanceof List<?> ? items : Collections.singletonList(items));
    return page;
  }

  private static @Nullable Map<String, @Nullable Object> page(
      HookContext context, @Nullable Object result) {
    return context.method() == HookMethod.FIND ? Page.of(result) : null;
  }

  private static boolean actsOnDispatch(HookContext context) {
    return "dispatch".equals(context.params().get(HookParams.ACT_ON));
  }
}
