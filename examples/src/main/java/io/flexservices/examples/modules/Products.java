package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.error.KinveyException;
import io.flexservices.functions.FunctionContext;
import io.flexservices.modules.Modules;
import io.flexservices.modules.store.DataCollection;
import io.flexservices.modules.store.StoreOptions;
import java.util.Map;

/** An entity that is read, changed and saved, with the rights of the user. */
final class Products {
  private Products() {}

  static Outcome approve(FunctionContext context, FunctionCompletion complete, Modules modules) {
    StoreOptions options = StoreOptions.defaults().withUseUserContext(true);
    DataCollection products = modules.dataStore(options).collection("products");
    try {
      Map<String, Object> product = products.findById(context.entityId()).toMap();
      product.put("status", "Approved");
      return complete.setBody(products.save(product)).ok().next();
    } catch (KinveyException e) {
      return complete.setBody(e).runtimeError().done();
    }
  }
}
