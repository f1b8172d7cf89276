package io.flexservices.modules;

import io.flexservices.modules.background.Background;
import io.flexservices.modules.email.Email;
import io.flexservices.modules.entity.KinveyEntities;
import io.flexservices.modules.push.Push;
import io.flexservices.modules.store.DataStore;
import io.flexservices.modules.store.EndpointRunner;
import io.flexservices.modules.store.GroupStore;
import io.flexservices.modules.store.RoleStore;
import io.flexservices.modules.store.StoreOptions;
import io.flexservices.modules.store.UserStore;

/**
 * What a handler is given to work with Kinvey, on behalf of the request that it serves. Each module
 * is made when it is asked for, once for a request; may be asked from any thread.
 */
public interface Modules {
  /** Starts work that goes on when the request is answered. */
  Background background();

  /** The app that the request is for, and its credentials. */
  BackendContext backendContext();

  /** The collections of the app, by the default options. */
  default DataStore dataStore() {
    return dataStore(StoreOptions.defaults());
  }

  /** The collections of the app. */
  DataStore dataStore(StoreOptions options);

  /** Sends mail. */
  Email email();

  /** The custom endpoints of the app, by the default options. */
  default EndpointRunner endpointRunner() {
    return endpointRunner(StoreOptions.defaults());
  }

  /** The custom endpoints of the app. */
  EndpointRunner endpointRunner(StoreOptions options);

  /** The user groups of the app, by the default options. */
  default GroupStore groupStore() {
    return groupStore(StoreOptions.defaults());
  }

  /** The user groups of the app. */
  GroupStore groupStore(StoreOptions options);

  /** Converts dates to and from Kinvey's form. */
  KinveyDate kinveyDate();

  /** Makes objects with the metadata that Kinvey knows. */
  KinveyEntities kinveyEntity();

  /** Sends push notifications. */
  Push push();

  /** Who made the request, and the properties that travel with it. */
  RequestContext requestContext();

  /** The roles of the app, by the default options. */
  default RoleStore roleStore() {
    return roleStore(StoreOptions.defaults());
  }

  /** The roles of the app. */
  RoleStore roleStore(StoreOptions options);

  /** Values that travel from a pre hook to the post hook of the same request. */
  TempObjectStore tempObjectStore();

  /** The users of the app, by the default options. */
  default UserStore userStore() {
    return userStore(StoreOptions.defaults());
  }

  /** The users of the app. */
  UserStore userStore(StoreOptions options);
}
