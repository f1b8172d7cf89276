package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.modules.Modules;
import io.flexservices.modules.query.Query;
import java.util.Map;

/** Removes by a query, and logs. */
final class Books {
  private Books() {}

  static Outcome deleteOld(FunctionContext context, FunctionCompletion complete, Modules modules) {
    context.logger().info("Executing deleteOldBooks Flex function");
    Query old = new Query().lessThanOrEqualTo("_kmd.ect", context.body().string("deleteBefore"));
    Object count = modules.dataStore().collection("Books").remove(old).value("count");
    return complete.setBody(Map.of("Deleted records", String.valueOf(count))).ok().done();
  }
}
