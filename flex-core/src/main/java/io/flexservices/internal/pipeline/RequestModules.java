package io.flexservices.internal.pipeline;

import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.modules.RequestContext;
import io.flexservices.modules.TempObjectStore;

/** The modules of one request. */
record RequestModules(RequestContext requestContext, TempObjectStore tempObjectStore)
    implements Modules {

  static RequestModules of(KinveyHead head, JsonObject tempObjectStore) {
    return new RequestModules(
        new RequestContext(head.customRequestProperties().toMap()),
        new TempObjectStore(tempObjectStore.toMap()));
  }
}
