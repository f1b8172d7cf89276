package io.flexservices.gcp;

import io.flexservices.FlexSetting;
import io.flexservices.FlexSettings;
import io.flexservices.modules.background.BackgroundException;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where background work is handed over, and where it comes back to.
 *
 * <p>Tests may have Google's two services on this machine ({@code FLEX_CLOUD_TASKS_ENDPOINT} and
 * {@code FLEX_METADATA_ENDPOINT}). No other host is taken there: the work holds the app's
 * credentials, and the access token is the function's own.
 *
 * @param queue {@code projects/P/locations/L/queues/Q}; null where it is not set
 * @param functionUrl the address of the function, without a slash at its end; null where it is not
 *     set
 * @param tasksEndpoint where the API of Cloud Tasks is
 * @param metadataEndpoint where the metadata server is
 */
record CloudTasksSettings(
    @Nullable String queue,
    @Nullable String functionUrl,
    String tasksEndpoint,
    String metadataEndpoint) {
  private static final Pattern QUEUE =
      Pattern.compile("projects/[A-Za-z0-9.:-]+/locations/[A-Za-z0-9-]+/queues/[A-Za-z0-9-]+");
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Reads the settings; what is missing is only missed by who hands work over.
   *
   * @param environment the variables' values by their names
   * @throws IllegalArgumentException where one has no valid value; the message names it
   */
  static CloudTasksSettings of(
      FlexSettings settings, Function<String, @Nullable String> environment) {
    return new CloudTasksSettings(
        queue(settings.get(FlexSetting.CLOUD_TASKS_QUEUE)),
        functionUrl(settings.get(FlexSetting.FUNCTION_URL)),
        endpoint("FLEX_CLOUD_TASKS_ENDPOINT", environment, "https://cloudtasks.googleapis.com"),
        endpoint("FLEX_METADATA_ENDPOINT", environment, "http://metadata.google.internal"));
  }

  /** Where a task is created. */
  URI tasks() {
    return URI.create(
        tasksEndpoint + "/v2/" + present(queue, FlexSetting.CLOUD_TASKS_QUEUE) + "/tasks");
  }

  /** Where a task is brought. */
  URI target() {
    return URI.create(present(functionUrl, FlexSetting.FUNCTION_URL) + "/_flexBackground");
  }

  /** Where the access token of the function's account is. */
  URI token() {
    return URI.create(
        metadataEndpoint + "/computeMetadata/v1/instance/service-accounts/default/token");
  }

  private static String present(@Nullable String value, FlexSetting setting) {
    if (value == null) {
      throw new BackgroundException(
          ("Background work on Google Cloud Functions goes through Cloud Tasks. Set %s to the queue"
                  + " (projects/P/locations/L/queues/Q) and %s to the function's own address; %s is"
                  + " not set")
              .formatted(
                  FlexSetting.CLOUD_TASKS_QUEUE.environmentVariable(),
                  FlexSetting.FUNCTION_URL.environmentVariable(),
                  setting.environmentVariable()));
    }
    return value;
  }

  private static @Nullable String queue(@Nullable String text) {
    if (text != null && !QUEUE.matcher(text).matches()) {
      throw invalid(FlexSetting.CLOUD_TASKS_QUEUE, "not projects/P/locations/L/queues/Q: " + text);
    }
    return text;
  }

  private static @Nullable String functionUrl(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!isPlain(text) || !(text.startsWith("https://") || isLoopback(text))) {
      throw invalid(FlexSetting.FUNCTION_URL, "not an https:// address without a query: " + text);
    }
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static String endpoint(
      String variable, Function<String, @Nullable String> environment, String anyway) {
    String text = environment.apply(variable);
    if (text == null || text.isEmpty()) {
      return anyway;
    }
    if (!isPlain(text) || !isLoopback(text)) {
      throw new IllegalArgumentException(
          variable + " is for tests, and only takes http:// and this machine: " + text);
    }
    return text;
  }

  private static boolean isPlain(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isLoopback(String text) {
    URI uri = URI.create(text);
    return "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
  }

  private static IllegalArgumentException invalid(FlexSetting setting, String why) {
    return new IllegalArgumentException(
        "The setting %s (%s) has no valid value: %s"
            .formatted(setting.environmentVariable(), setting.systemProperty(), why));
  }
}
