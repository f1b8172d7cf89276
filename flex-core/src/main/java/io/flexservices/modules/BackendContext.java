package io.flexservices.modules;

import io.flexservices.json.JsonForm;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The app that the request is for, and its credentials, as Kinvey sent them in {@code
 * X-Kinvey-App-Metadata}. A value; where it is printed, logged or written as JSON it shows the app
 * key and no secret.
 */
public final class BackendContext implements JsonForm {
  private final @Nullable String appKey;
  private final @Nullable String appSecret;
  private final @Nullable String masterSecret;

  /** What Kinvey sent; null for what it did not. */
  public BackendContext(
      @Nullable String appKey, @Nullable String appSecret, @Nullable String masterSecret) {
    this.appKey = appKey;
    this.appSecret = appSecret;
    this.masterSecret = masterSecret;
  }

  /** The app key, that is the id of the environment; null where Kinvey sent none. */
  public @Nullable String getAppKey() {
    return appKey;
  }

  /** The app secret; null where Kinvey sent none. */
  public @Nullable String getAppSecret() {
    return appSecret;
  }

  /** The master secret, which opens everything in the app; null where Kinvey sent none. */
  public @Nullable String getMasterSecret() {
    return masterSecret;
  }

  /** The app key alone. */
  @Override
  public Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("appKey", appKey);
    return shown;
  }

  /** The app key alone. */
  @Override
  public String toString() {
    return "BackendContext{appKey=" + appKey + "}";
  }
}
