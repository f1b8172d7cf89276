package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.modules.store.UserStore;
import java.util.Map;

/** A user who is read, changed and saved. */
final class Users {
  private Users() {}

  static Outcome approve(FunctionContext context, FunctionCompletion complete, Modules modules) {
    UserStore users = modules.userStore();
    Map<String, Object> user = users.findById(context.entityId()).toMap();
    user.put("status", "Approved");
    JsonObject saved = users.update(user);
    return complete.setBody(saved).ok().next();
  }
}
