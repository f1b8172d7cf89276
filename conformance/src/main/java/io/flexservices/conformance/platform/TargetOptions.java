package io.flexservices.conformance.platform;

import io.flexservices.FlexService;
import io.flexservices.FlexSetting;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a target is started.
 *
 * @param port where it answers, 0 for any that is free
 * @param settings what the service is started with
 * @param variables further environment variables
 * @param deadlineMs how long the platform gives an invocation in milliseconds; null for its default
 */
public record TargetOptions(
    int port,
    Map<FlexSetting, String> settings,
    Map<String, String> variables,
    @Nullable Long deadlineMs) {
  /** Copies the maps. */
  public TargetOptions {
    settings = Map.copyOf(settings);
    variables = Map.copyOf(variables);
  }

  /** Any port, the conformance fixture, no secret, the default time. */
  public static TargetOptions defaults() {
    return new TargetOptions(0, Map.of(), Map.of(), null);
  }

  /** With another service, which has a public constructor without parameters. */
  public TargetOptions withService(Class<? extends FlexService> service) {
    return with(FlexSetting.SERVICE, service.getName());
  }

  /** With a shared secret. */
  public TargetOptions withSecret(String shared) {
    return with(FlexSetting.SHARED_SECRET, shared);
  }

  /** With a secret that is still accepted. */
  public TargetOptions withPreviousSecret(String previous) {
    return with(FlexSetting.PREVIOUS_SHARED_SECRET, previous);
  }

  /** With a time for handlers. */
  public TargetOptions withTimeoutMs(long timeout) {
    return with(FlexSetting.REQUEST_TIMEOUT_MS, Long.toString(timeout));
  }

  /** With a port. */
  public TargetOptions withPort(int chosen) {
    return new TargetOptions(chosen, settings, variables, deadlineMs);
  }

  /** With environment variables of its own, in place of those it has. */
  public TargetOptions withVariables(Map<String, String> others) {
    return new TargetOptions(port, settings, others, deadlineMs);
  }

  /** With a time that the platform gives an invocation, in milliseconds. */
  public TargetOptions withDeadlineMs(long deadline) {
    return new TargetOptions(port, settings, variables, deadline);
  }

  /** With a setting. */
  public TargetOptions with(FlexSetting setting, String value) {
    Map<FlexSetting, String> more = new EnumMap<>(FlexSetting.class);
    more.putAll(settings);
    more.put(setting, value);
    return new TargetOptions(port, more, variables, deadlineMs);
  }

  /** With an environment variable, which the local target reads for settings alone. */
  public TargetOptions withVariable(String name, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(name, value);
    return new TargetOptions(port, settings, more, deadlineMs);
  }

  /** What the service is started with, by the names of environment variables. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(variables);
    settings.forEach((setting, value) -> environment.put(setting.environmentVariable(), value));
    return environment;
  }
}
