package io.flexservices.internal.pipeline;

import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import io.flexservices.modules.BackendContext;
import io.flexservices.modules.KinveyDate;
import io.flexservices.modules.Modules;
import io.flexservices.modules.RequestContext;
import io.flexservices.modules.RequestIdentity;
import io.flexservices.modules.SecurityContext;
import io.flexservices.modules.TempObjectStore;
import io.flexservices.modules.entity.KinveyEntities;
import org.jspecify.annotations.Nullable;

/**
 * The modules of one request, each made when it is first asked for; the app's metadata is read when
 * the first module needs it.
 */
final class RequestModules implements Modules, RequestIdentity {
  private final KinveyHead head;
  private final JsonObject givenTempObjectStore;
  private final ModuleTools tools;
  private final Logger logger;

  private @Nullable AppMetadata app;
  private @Nullable KinveyEntities kinveyEntity;
  private @Nullable RequestContext requestContext;
  private @Nullable TempObjectStore tempObjectStore;

  RequestModules(KinveyHead head, JsonObject tempObjectStore, ModuleTools tools, Logger logger) {
    this.head = head;
    this.givenTempObjectStore = tempObjectStore;
    this.tools = tools;
    this.logger = logger;
  }

  @Override
  public BackendContext backendContext() {
    AppMetadata metadata = app();
    return new BackendContext(metadata.appKey(), metadata.appSecret(), metadata.masterSecret());
  }

  @Override
  public KinveyDate kinveyDate() {
    return new KinveyDate();
  }

  @Override
  public synchronized KinveyEntities kinveyEntity() {
    if (kinveyEntity == null) {
      kinveyEntity = new KinveyEntities(appKey(), tools.clock(), tools.random());
    }
    return kinveyEntity;
  }

  @Override
  public synchronized RequestContext requestContext() {
    if (requestContext == null) {
      requestContext =
          new RequestContext(
              this,
              () -> tools.authoritativeUsername(this, logger),
              head.customRequestProperties().toMap());
    }
    return requestContext;
  }

  @Override
  public synchronized TempObjectStore tempObjectStore() {
    if (tempObjectStore == null) {
      tempObjectStore = new TempObjectStore(givenTempObjectStore.toMap());
    }
    return tempObjectStore;
  }

  @Override
  public String userId() {
    return head.userId();
  }

  @Override
  public String username() {
    return head.username();
  }

  @Override
  public @Nullable String appKey() {
    return app().appKey();
  }

  @Override
  public SecurityContext securityContext() {
    return Authorization.securityContext(head.originalHeader("authorization"), app());
  }

  @Override
  public @Nullable String clientAppVersion() {
    return head.originalHeader("x-kinvey-client-app-version");
  }

  private synchronized AppMetadata app() {
    if (app == null) {
      app = head.appMetadata();
    }
    return app;
  }
}
