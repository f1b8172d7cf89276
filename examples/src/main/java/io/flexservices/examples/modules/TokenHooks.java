package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.modules.Modules;
import java.util.Map;

/** A value that a hook before the data leaves for the hook after it. */
final class TokenHooks {
  private TokenHooks() {}

  static Outcome keep(FunctionContext context, FunctionCompletion complete, Modules modules) {
    modules.tempObjectStore().set("token", context.body().string("token"));
    return complete.ok().next();
  }

  static Outcome confirm(FunctionContext context, FunctionCompletion complete, Modules modules) {
    Object token = modules.tempObjectStore().get("token");
    String message = "Object for token " + token + " was saved successfully.";
    return complete.setBody(Map.of("message", message)).ok().done();
  }
}
