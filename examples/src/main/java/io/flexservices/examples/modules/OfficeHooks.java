package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.modules.Modules;
import io.flexservices.modules.RequestContext;

/** Custom request properties, from a hook before the data to one after it. */
final class OfficeHooks {
  private OfficeHooks() {}

  static Outcome beforeFetch(
      FunctionContext context, FunctionCompletion complete, Modules modules) {
    RequestContext request = modules.requestContext();
    if ("Paris".equals(request.getCustomRequestProperty("officeLocation"))) {
      request.setCustomRequestProperty("didPreprocess", true);
    }
    return complete.ok().next();
  }

  static Outcome afterFetch(FunctionContext context, FunctionCompletion complete, Modules modules) {
    Object did = modules.requestContext().getCustomRequestProperty("didPreprocess");
    context.logger().info(Boolean.TRUE.equals(did) ? "preprocessed" : "not preprocessed");
    return complete.ok().next();
  }
}
