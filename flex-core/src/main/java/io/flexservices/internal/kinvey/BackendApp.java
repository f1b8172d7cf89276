package io.flexservices.internal.kinvey;

import org.jspecify.annotations.Nullable;

/**
 * The app that a request is for, as Kinvey described it; null for what Kinvey did not say.
 *
 * @param appKey the id of the environment
 * @param baasUrl where its backend is
 */
public record BackendApp(
    @Nullable String appKey,
    @Nullable String appSecret,
    @Nullable String masterSecret,
    @Nullable String baasUrl) {
  /** Without the secrets. */
  @Override
  public String toString() {
    return "BackendApp[appKey=" + appKey + ", baasUrl=" + baasUrl + "]";
  }
}
