package io.flexservices.modules.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a store makes its calls. A value: each {@code with} returns a new one.
 *
 * <p>By default calls run under the master secret, without business logic, and by version 5 of
 * Kinvey's REST API, whatever version the original request was made by.
 */
public final class StoreOptions {
  /** What the Flex SDK sends ({@code lib/service/moduleGenerator.js}, 4.1.4). */
  private static final int API_VERSION = 5;

  private static final StoreOptions DEFAULTS =
      new StoreOptions(null, null, null, null, API_VERSION);

  private final @Nullable Boolean useBl;
  private final @Nullable Boolean useUserContext;
  private final @Nullable Boolean skipBl;
  private final @Nullable Boolean useMasterSecret;
  private final int apiVersion;

  private StoreOptions(
      @Nullable Boolean useBl,
      @Nullable Boolean useUserContext,
      @Nullable Boolean skipBl,
      @Nullable Boolean useMasterSecret,
      int apiVersion) {
    this.useBl = useBl;
    this.useUserContext = useUserContext;
    this.skipBl = skipBl;
    this.useMasterSecret = useMasterSecret;
    this.apiVersion = apiVersion;
  }

  /** Master secret, no business logic, version 5. */
  public static StoreOptions defaults() {
    return DEFAULTS;
  }

  /** Whether the hooks of what is called run. */
  public boolean useBl() {
    return useBl != null ? useBl : skipBl != null && !skipBl;
  }

  /** Whether calls are made with the credentials of the request that is served. */
  public boolean useUserContext() {
    return useUserContext != null ? useUserContext : useMasterSecret != null && !useMasterSecret;
  }

  /** The version of Kinvey's REST API. */
  public int apiVersion() {
    return apiVersion;
  }

  /** The deprecated options among these, by their names. */
  public List<String> deprecated() {
    List<String> names = new ArrayList<>(2);
    if (skipBl != null) {
      names.add("skipBl");
    }
    if (useMasterSecret != null) {
      names.add("useMasterSecret");
    }
    return names;
  }

  /** With or without business logic. */
  public StoreOptions withUseBl(boolean use) {
    return new StoreOptions(use, useUserContext, skipBl, useMasterSecret, apiVersion);
  }

  /**
   * With the credentials of the request, or with the master secret. Kinvey runs business logic for
   * calls with the credentials of a user, whatever {@link #useBl} says.
   */
  public StoreOptions withUseUserContext(boolean use) {
    return new StoreOptions(useBl, use, skipBl, useMasterSecret, apiVersion);
  }

  /** With another version of Kinvey's REST API. */
  public StoreOptions withApiVersion(int version) {
    if (version < 1) {
      throw new IllegalArgumentException("apiVersion < 1: " + version);
    }
    return new StoreOptions(useBl, useUserContext, skipBl, useMasterSecret, version);
  }

  /**
   * The opposite of {@link #withUseBl}, which wins over it.
   *
   * @deprecated the documents of the Flex SDK keep it for older services
   */
  @Deprecated
  public StoreOptions withSkipBl(boolean skip) {
    return new StoreOptions(useBl, useUserContext, skip, useMasterSecret, apiVersion);
  }

  /**
   * The opposite of {@link #withUseUserContext}, which wins over it.
   *
   * @deprecated the documents of the Flex SDK keep it for older services
   */
  @Deprecated
  public StoreOptions withUseMasterSecret(boolean use) {
    return new StoreOptions(useBl, useUserContext, skipBl, use, apiVersion);
  }
}
