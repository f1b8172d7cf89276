package io.flexservices.examples;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.functions.FunctionHandler;
import io.flexservices.modules.Modules;

/**
 * A hook after the requests of a collection: where {@link PreprocessWidgets} has been at work, it
 * gives each widget of the response a label with the office's name.
 */
final class PostprocessWidgets implements FunctionHandler {
  @Override
  public Outcome handle(FunctionContext context, FunctionCompletion complete, Modules modules) {
    boolean didPreprocess =
        Boolean.TRUE.equals(modules.requestContext().getCustomRequestProperty("didPreprocess"));
    boolean isError = context.status() != null;
    if (!didPreprocess || isError) {
      return complete.ok().next();
    }
    Object office = modules.tempObjectStore().get("officeLocation");
    return complete
        .setBody(
            Entities.change(
                context.bodyValue(),
                widget -> widget.put("label", widget.get("name") + " (" + office + ")")))
        .ok()
        .next();
  }
}
