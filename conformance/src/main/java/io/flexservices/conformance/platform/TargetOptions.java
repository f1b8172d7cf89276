package io.flexservices.conformance.platform;

import io.flexservices.FlexSetting;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a target is started.
 *
 * @param port where it answers, 0 for any that is free
 * @param secret the shared secret, null for none
 * @param previousSecret the secret that is still accepted, null for none
 * @param timeoutMs how long a handler may take in milliseconds, null for the default
 * @param deadlineMs how long the platform gives an invocation in milliseconds, null for its default
 * @param variables environment variables beside those that say the above
 */
public record TargetOptions(
    int port,
    @Nullable String secret,
    @Nullable String previousSecret,
    @Nullable Long timeoutMs,
    @Nullable Long deadlineMs,
    Map<String, String> variables) {
  /** Copies the variables. */
  public TargetOptions {
    variables = Map.copyOf(variables);
  }

  /** Any port, no secret, the default time. */
  public static TargetOptions defaults() {
    return new TargetOptions(0, null, null, null, null, Map.of());
  }

  /** With a shared secret. */
  public TargetOptions withSecret(String shared) {
    return new TargetOptions(port, shared, previousSecret, timeoutMs, deadlineMs, variables);
  }

  /** With a secret that is still accepted. */
  public TargetOptions withPreviousSecret(String previous) {
    return new TargetOptions(port, secret, previous, timeoutMs, deadlineMs, variables);
  }

  /** With a time for handlers. */
  public TargetOptions withTimeoutMs(long timeout) {
    return new TargetOptions(port, secret, previousSecret, timeout, deadlineMs, variables);
  }

  /** With a time that the platform gives an invocation. */
  public TargetOptions withDeadlineMs(long deadline) {
    return new TargetOptions(port, secret, previousSecret, timeoutMs, deadline, variables);
  }

  /** With a port. */
  public TargetOptions withPort(int chosen) {
    return new TargetOptions(chosen, secret, previousSecret, timeoutMs, deadlineMs, variables);
  }

  /** With environment variables of its own, in place of those it has. */
  public TargetOptions withVariables(Map<String, String> others) {
    return new TargetOptions(port, secret, previousSecret, timeoutMs, deadlineMs, others);
  }

  /** The settings that a service is started with, by the names of environment variables. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(variables);
    put(environment, FlexSetting.SHARED_SECRET, secret);
    put(environment, FlexSetting.PREVIOUS_SHARED_SECRET, previousSecret);
    put(environment, FlexSetting.REQUEST_TIMEOUT_MS, timeoutMs);
    return environment;
  }

  private static void put(
      Map<String, String> environment, FlexSetting setting, @Nullable Object value) {
    if (value != null) {
      environment.put(setting.environmentVariable(), value.toString());
    }
  }
}
