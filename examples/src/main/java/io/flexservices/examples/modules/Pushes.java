package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.modules.query.Query;
import java.util.List;
import java.util.Map;

/** Push notifications. */
final class Pushes {
  private Pushes() {}

  static Outcome toAll(FunctionContext context, FunctionCompletion complete, Modules modules) {
    modules.push().broadcastMessage(context.body().string("message"));
    return complete.ok().next();
  }

  static Outcome toNamed(FunctionContext context, FunctionCompletion complete, Modules modules) {
    String name = context.body().string("firstName");
    Query named = new Query().equalTo("firstName", name);
    List<JsonObject> users = modules.dataStore().collection("user").find(named);
    modules.push().sendMessage(users, "People who are named " + name + " are awesome!");
    return complete.ok().next();
  }

  static Outcome payload(FunctionContext context, FunctionCompletion complete, Modules modules) {
    Map<String, ?> iOSAps =
        Map.of("alert", "You have a new message", "badge", 2, "sound", "notification.wav");
    Map<String, ?> iOSExtras = Map.of("from", "Kinvey", "subject", "Welcome to Flex Services!");
    Map<String, ?> androidPayload = Map.of("message", "You have a new Message", "from", "Kinvey");
    modules.push().broadcastPayload(iOSAps, iOSExtras, androidPayload);
    return complete.ok().next();
  }
}
