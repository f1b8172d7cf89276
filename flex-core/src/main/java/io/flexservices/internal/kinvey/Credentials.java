package io.flexservices.internal.kinvey;

/** On whose behalf a call is made. */
public enum Credentials {
  /** The app's, with its app secret: what a client may do that has not logged in. */
  APP,
  /** The app's, with its master secret: everything. */
  MASTER,
  /** Those of the request that is served, as the client sent them. */
  USER
}
