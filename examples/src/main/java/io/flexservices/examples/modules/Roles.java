package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.modules.Modules;

/** The members of a role. */
final class Roles {
  private Roles() {}

  static Outcome addMember(FunctionContext context, FunctionCompletion complete, Modules modules) {
    String roleId = context.body().string("roleId");
    modules.userStore().assignRole(context.body().string("userId"), roleId);
    return complete.setBody(modules.roleStore().listMembers(roleId)).ok().done();
  }
}
