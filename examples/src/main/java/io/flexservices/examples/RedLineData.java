package io.flexservices.examples;

import static java.util.Objects.requireNonNull;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.functions.FunctionHandler;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import java.util.concurrent.Callable;

/**
 * A custom endpoint: the timetable of a railway line, which it gets from elsewhere. It ends in
 * {@code done()}, as nothing comes after an endpoint.
 */
final class RedLineData implements FunctionHandler {
  private final Callable<JsonObject> source;

  /**
   * An endpoint over a source of timetables.
   *
   * @param source may block, may throw, and is called by several threads at once
   */
  RedLineData(Callable<JsonObject> source) {
    this.source = requireNonNull(source, "source == null");
  }

  @Override
  public Outcome handle(FunctionContext context, FunctionCompletion complete, Modules modules) {
    try {
      return complete.setBody(source.call()).ok().done();
    } catch (Exception e) {
      // The log says what went wrong; the client learns no more than it can use.
      context.logger().error(e);
      return complete.setBody("Could not complete request").runtimeError().done();
    }
  }
}
