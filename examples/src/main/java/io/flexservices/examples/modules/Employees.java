package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.modules.Modules;
import io.flexservices.modules.entity.KinveyEntity;
import io.flexservices.modules.store.DataCollection;
import java.util.Map;

/** Objects with Kinvey's metadata. */
final class Employees {
  private Employees() {}

  static Outcome hire(FunctionContext context, FunctionCompletion complete, Modules modules) {
    KinveyEntity employee =
        modules.kinveyEntity().entity(Map.of("firstName", "John", "lastName", "Doe"));
    employee.put("status", "Active");
    return complete.setBody(employee).created().done();
  }

  static Outcome grantWriteAccess(
      FunctionContext context, FunctionCompletion complete, Modules modules) {
    String user = modules.requestContext().getAuthenticatedUserId();
    DataCollection people = modules.dataStore().collection("people");
    KinveyEntity person = modules.kinveyEntity().entity(people.findById(context.entityId()));
    person.acl().addWriter(user);
    return complete.setBody(people.save(person)).ok().next();
  }
}
