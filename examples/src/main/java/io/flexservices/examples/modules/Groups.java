package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.modules.Modules;
import io.flexservices.modules.store.GroupStore;
import io.flexservices.modules.store.StoreOptions;
import java.util.Map;

/** A group that is read, changed and saved. */
final class Groups {
  private Groups() {}

  static Outcome rename(FunctionContext context, FunctionCompletion complete, Modules modules) {
    GroupStore groups = modules.groupStore(StoreOptions.defaults().withUseUserContext(true));
    Map<String, Object> group = groups.findById(context.entityId()).toMap();
    group.put("name", context.body().string("name"));
    return complete.setBody(groups.update(group)).ok().next();
  }
}
