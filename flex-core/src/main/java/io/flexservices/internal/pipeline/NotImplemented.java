package io.flexservices.internal.pipeline;

import io.flexservices.auth.AuthHandler;
import io.flexservices.context.HandlerOptions;
import io.flexservices.data.DataHandler;
import io.flexservices.functions.FunctionHandler;
import io.flexservices.internal.routing.Registered;

/** The handlers that stand in where a service registered none, with the reference's words. */
final class NotImplemented {
  private static final String WORDS = "These methods are not implemented";

  private NotImplemented() {}

  static Registered<Object> data() {
    DataHandler handler = (context, complete, modules) -> complete.notImplemented(WORDS).done();
    return byDefault(handler);
  }

  static Registered<Object> function() {
    FunctionHandler handler = (context, complete, modules) -> complete.notImplemented(WORDS).done();
    return byDefault(handler);
  }

  static Registered<Object> auth() {
    AuthHandler handler = (context, complete, modules) -> complete.notImplemented().done();
    return byDefault(handler);
  }

  private static Registered<Object> byDefault(Object handler) {
    return new Registered<>(handler, HandlerOptions.defaults());
  }
}
