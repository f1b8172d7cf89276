package io.flexservices.modules;

import io.flexservices.modules.entity.KinveyEntities;

/**
 * What a handler is given to work with Kinvey, on behalf of the request that it serves. Each module
 * is made when it is asked for, once for a request; may be asked from any thread.
 */
public interface Modules {
  /** The app that the request is for, and its credentials. */
  BackendContext backendContext();

  /** Converts dates to and from Kinvey's form. */
  KinveyDate kinveyDate();

  /** Makes objects with the metadata that Kinvey knows. */
  KinveyEntities kinveyEntity();

  /** Who made the request, and the properties that travel with it. */
  RequestContext requestContext();

  /** Values that travel from a pre hook to the post hook of the same request. */
  TempObjectStore tempObjectStore();
}
