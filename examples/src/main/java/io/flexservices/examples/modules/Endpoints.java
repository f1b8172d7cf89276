package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.modules.Modules;
import io.flexservices.modules.store.Endpoint;
import io.flexservices.modules.store.StoreOptions;
import java.util.Map;

/** A custom endpoint that calls another one, on behalf of the user. */
final class Endpoints {
  private Endpoints() {}

  static Outcome rate(FunctionContext context, FunctionCompletion complete, Modules modules) {
    StoreOptions options = StoreOptions.defaults().withUseUserContext(true);
    Endpoint rateOf = modules.endpointRunner(options).endpoint("rateOf");
    Object rate = rateOf.execute(Map.of("currency", "EUR"));
    return complete.setBody(rate).ok().done();
  }
}
