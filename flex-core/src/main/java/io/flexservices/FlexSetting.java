package io.flexservices;

/** The settings that a process may be started with, and what they are called. */
public enum FlexSetting {
  /** The class name of the service. */
  SERVICE("flex.service", "FLEX_SERVICE"),
  /** The shared secret; see {@link FlexOptions#sharedSecret()}. */
  SHARED_SECRET("flex.sharedSecret", "FLEX_SHARED_SECRET"),
  /** The shared secret that is being replaced; see {@link FlexOptions#previousSharedSecret()}. */
  PREVIOUS_SHARED_SECRET("flex.previousSharedSecret", "FLEX_PREVIOUS_SHARED_SECRET"),
  /** Where the shared secret is fetched from; see {@link FlexOptions#withSharedSecretSource}. */
  SHARED_SECRET_SOURCE("flex.sharedSecretSource", "FLEX_SHARED_SECRET_SOURCE"),
  /** How long a secret that was fetched is used, in seconds. */
  SHARED_SECRET_TTL_SECONDS("flex.sharedSecretTtlSeconds", "FLEX_SHARED_SECRET_TTL_SECONDS"),
  /** The host of the local adapter. */
  HOST("flex.host", "FLEX_HOST"),
  /** The port of the local adapter. */
  PORT("flex.port", "FLEX_PORT"),
  /** The largest body in bytes. */
  REQUEST_BODY_LIMIT("flex.requestBodyLimit", "FLEX_REQUEST_BODY_LIMIT"),
  /** The time of a request in milliseconds. */
  REQUEST_TIMEOUT_MS("flex.requestTimeoutMs", "FLEX_REQUEST_TIMEOUT_MS"),
  /** How long the gateway waits, in milliseconds; see {@link FlexOptions#gatewayTimeout()}. */
  GATEWAY_TIMEOUT_MS("flex.gatewayTimeoutMs", "FLEX_GATEWAY_TIMEOUT_MS"),
  /** How many handlers may run at once. */
  HANDLER_LIMIT("flex.handlerLimit", "FLEX_HANDLER_LIMIT"),
  /** Whether stack traces are shown to clients: {@code true} or {@code false}. */
  STACK_TRACES("flex.stackTraces", "FLEX_STACK_TRACES"),
  /** Hosts with commas between them; see {@link FlexOptions#withAllowedBaasHosts}. */
  ALLOWED_BAAS_HOSTS("flex.allowedBaasHosts", "FLEX_ALLOWED_BAAS_HOSTS"),
  /** Whether answers are compressed: {@code true} or {@code false}. */
  COMPRESS("flex.compress", "FLEX_COMPRESS"),
  /** Paths with commas between them; see {@link FlexOptions#withBasePaths}. */
  BASE_PATHS("flex.basePaths", "FLEX_BASE_PATHS"),
  /** How often a snapshot is primed; see {@link FlexOptions#primingRounds()}. */
  PRIMING_ROUNDS("flex.primingRounds", "FLEX_PRIMING_ROUNDS"),
  /** The file in which the local adapter keeps background work. */
  BACKGROUND_JOURNAL("flex.backgroundJournal", "FLEX_BACKGROUND_JOURNAL"),
  /** The queue of Cloud Tasks for background work on Google's functions. */
  CLOUD_TASKS_QUEUE("flex.cloudTasksQueue", "FLEX_CLOUD_TASKS_QUEUE"),
  /** The address of the function itself, to which Cloud Tasks brings background work. */
  FUNCTION_URL("flex.functionUrl", "FLEX_FUNCTION_URL");

  private final String systemProperty;
  private final String environmentVariable;

  FlexSetting(String systemProperty, String environmentVariable) {
    this.systemProperty = systemProperty;
    this.environmentVariable = environmentVariable;
  }

  /** The name of the system property. */
  public String systemProperty() {
    return systemProperty;
  }

  /** The name of the environment variable. */
  public String environmentVariable() {
    return environmentVariable;
  }
}
