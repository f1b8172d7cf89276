package io.flexservices.modules;

import org.jspecify.annotations.Nullable;

/** What Kinvey says about who made a request; each is read when it is asked for. */
public interface RequestIdentity {
  /** The id of the user, empty where Kinvey sent none. */
  String userId();

  /** The name of the user, empty where Kinvey sent none. */
  String username();

  /**
   * The name that the user has with whoever vouches for the user, null for {@link #username()}; it
   * is looked up anew each time.
   */
  @Nullable String authoritativeUsername();

  /** The app key, null where Kinvey sent none. */
  @Nullable String appKey();

  /** With what credentials the request was made. */
  SecurityContext securityContext();

  /** The version of the client app as it was sent, null where none was. */
  @Nullable String clientAppVersion();
}
