package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;

/** Mail, as plain text and as HTML. */
final class Invitations {
  private static final String SENDER = "my-app@my-app.com";
  private static final String SUBJECT = "Join my octagon in my-app!";

  private Invitations() {}

  static Outcome sendText(FunctionContext context, FunctionCompletion complete, Modules modules) {
    JsonObject body = context.body();
    String text = "You've been invited to join " + body.string("name") + "'s octagon in my-app!";
    modules.email().send(SENDER, body.string("friendEmail"), SUBJECT, text);
    return complete.ok().next();
  }

  static Outcome sendHtml(FunctionContext context, FunctionCompletion complete, Modules modules) {
    JsonObject body = context.body();
    modules
        .email()
        .message()
        .from(SENDER)
        .to(body.string("friendEmail"))
        .subject(SUBJECT)
        .text("You've been invited to join my octagon")
        .html("<html>You've been invited to join <b>my octagon</b></html>")
        .send();
    return complete.ok().next();
  }
}
