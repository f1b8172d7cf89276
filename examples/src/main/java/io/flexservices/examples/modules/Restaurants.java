package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.modules.query.Query;
import io.flexservices.modules.query.QueryException;
import java.util.Arrays;
import java.util.List;

/** A location query. */
final class Restaurants {
  private static final int MILES = 10;

  private Restaurants() {}

  static Outcome near(FunctionContext context, FunctionCompletion complete, Modules modules) {
    JsonObject body = context.body();
    List<?> coord = Arrays.asList(body.decimal("longitude"), body.decimal("latitude"));
    try {
      Query nearby = new Query().near("_geoloc", coord, MILES);
      return complete
          .setBody(modules.dataStore().collection("restaurants").find(nearby))
          .ok()
          .next();
    } catch (QueryException e) {
      return complete.setBody(e.getMessage()).badRequest().done();
    }
  }
}
