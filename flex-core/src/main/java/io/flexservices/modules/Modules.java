package io.flexservices.modules;

/** What a handler is given to work with Kinvey, on behalf of the request that it serves. */
public interface Modules {
  /** Who made the request, and the properties that travel with it. */
  RequestContext requestContext();

  /** Values that travel from a pre hook to the post hook of the same request. */
  TempObjectStore tempObjectStore();
}
