package io.flexservices.internal.pipeline;

import static java.util.Objects.requireNonNull;

import io.flexservices.internal.kinvey.BackendApp;
import io.flexservices.internal.kinvey.BackendSession;
import io.flexservices.internal.kinvey.RequestOrigin;
import io.flexservices.internal.worker.PendingWork;
import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import io.flexservices.modules.BackendContext;
import io.flexservices.modules.KinveyDate;
import io.flexservices.modules.Modules;
import io.flexservices.modules.RequestContext;
import io.flexservices.modules.RequestIdentity;
import io.flexservices.modules.SecurityContext;
import io.flexservices.modules.TempObjectStore;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The modules of one request, each made when it is first asked for. */
final class RequestModules implements Modules, RequestIdentity {
  private final KinveyHead head;
  private final JsonObject givenTempObjectStore;
  private final RequestOrigin origin;
  private final PendingWork pending;
  private final ModuleTools tools;
  private final Logger logger;

  private @Nullable KinveyEntities kinveyEntity;
  private @Nullable RequestContext requestContext;
  private @Nullable TempObjectStore tempObjectStore;

  RequestModules(
      KinveyHead head,
      JsonObject tempObjectStore,
      RequestOrigin origin,
      PendingWork pending,
      ModuleTools tools,
      Logger logger) {
    this.head = head;
    this.origin = origin;
    this.pending = pending;
    this.givenTempObjectStore = tempObjectStore;
    this.tools = tools;
    this.logger = logger;
  }

  @Override
  public Background background() {
    return new BackgroundModule(tools.background(), head, origin.deadline(), pending);
  }

  @Override
  public BackendContext backendContext() {
    AppMetadata metadata = app();
    return new BackendContext(metadata.appKey(), metadata.appSecret(), metadata.masterSecret());
  }

  @Override
  public DataStore dataStore(StoreOptions options) {
    return new DataStore(backend(options), options);
  }

  @Override
  public Email email() {
    return new Email(backend());
  }

  @Override
  public EndpointRunner endpointRunner(StoreOptions options) {
    return new EndpointRunner(backend(options), options);
  }

  @Override
  public GroupStore groupStore(StoreOptions options) {
    return new GroupStore(backend(options), options);
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
  public Push push() {
    return new Push(backend());
  }

  @Override
  public synchronized RequestContext requestContext() {
    if (requestContext == null) {
      requestContext = new RequestContext(this, head.customRequestProperties().toMap());
    }
    return requestContext;
  }

  @Override
  public RoleStore roleStore(StoreOptions options) {
    return new RoleStore(backend(options), options);
  }

  @Override
  public synchronized TempObjectStore tempObjectStore() {
    if (tempObjectStore == null) {
      tempObjectStore = new TempObjectStore(givenTempObjectStore.toMap());
    }
    return tempObjectStore;
  }

  /** What the store holds now, which for most handlers is what the request brought. */
  synchronized Map<String, @Nullable Object> tempObjects() {
    return tempObjectStore == null ? givenTempObjectStore.toMap() : tempObjectStore.getAll();
  }

  /** The custom request properties as they are now, for most handlers as the request had them. */
  synchronized Map<String, @Nullable Object> customRequestProperties() {
    return requestContext == null
        ? head.customRequestProperties().toMap()
        : requestContext.getCustomRequestProperties();
  }

  @Override
  public UserStore userStore(StoreOptions options) {
    return new UserStore(backend(options), options, requestContext().getAuthenticatedUserId());
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
  public @Nullable String authoritativeUsername() {
    return tools.authoritativeUsername(this, logger);
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

  private BackendSession backend(StoreOptions options) {
    requireNonNull(options, "options == null");
    tools.sayDeprecated(options, logger);
    return backend();
  }

  private BackendSession backend() {
    return new BackendSession(
        tools.backend(),
        this::backendApp,
        () -> head.originalHeader("authorization"),
        origin,
        pending);
  }

  private BackendApp backendApp() {
    AppMetadata metadata = app();
    return new BackendApp(
        metadata.appKey(), metadata.appSecret(), metadata.masterSecret(), metadata.baasUrl());
  }

  private AppMetadata app() {
    return head.appMetadata();
  }
}
