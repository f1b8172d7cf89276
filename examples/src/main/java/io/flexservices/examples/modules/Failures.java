package io.flexservices.examples.modules;

import io.flexservices.error.KinveyException;
import io.flexservices.functions.FunctionHandler;

/** One place for what becomes of failed calls, in place of a catch in every handler. */
final class Failures {
  private Failures() {}

  /** A handler whose failed calls of Kinvey end the request with 550 and what Kinvey said. */
  static FunctionHandler told(FunctionHandler handler) {
    return (context, complete, modules) -> {
      try {
        return handler.handle(context, complete, modules);
      } catch (KinveyException e) {
        context.logger().error(e);
        return complete.setBody(e).runtimeError().done();
      }
    };
  }
}
