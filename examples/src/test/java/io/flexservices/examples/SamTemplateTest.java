package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.FlexSetting;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamTemplateTest {
  private SamTemplate template;

  @BeforeEach
  void load() throws IOException {
    template = SamTemplate.load();
  }

  @Test
  void isTransformedBySam() {
    assertThat(template.value("Transform")).isEqualTo("AWS::Serverless-2016-10-31");
    assertThat(template.function().string("Type")).isEqualTo("AWS::Serverless::Function");
  }

  @Test
  void deploysTheJarAsItIs() {
    assertThat(template.function().path("Metadata.SkipBuild")).isEqualTo(true);
    assertThat(template.properties().string("CodeUri"))
        .isEqualTo("examples/target/flex-example-aws.jar");
  }

  @Test
  void runsClassesOfJava17() {
    assertThat(template.properties().string("Runtime")).isIn("java17", "java21", "java25");
  }

  @Test
  void saysWhyItHasEachFlagOfTheJvm() throws IOException {
    String flags = environment().string("JAVA_TOOL_OPTIONS");
    assertThat(flags).isEqualTo("-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    String template = Files.readString(SamTemplate.FOLDER.resolve("template.yaml"));
    assertThat(flags.split(" "))
        .allSatisfy(flag -> assertThat(template).contains("# " + flag + ": "));
  }

  /** A bundle starts without a snapshot, and its bootstrap has flags of its own. */
  @Test
  void givesABundleTheSameEnvironmentButForTheFlags() {
    Map<String, Object> expected = new LinkedHashMap<>(environment().toMap());
    expected.remove("JAVA_TOOL_OPTIONS");
    assertThat(resource("FlexBundle").object("Environment").object("Variables").toMap())
        .isEqualTo(expected);
  }

  @Test
  void namesAServiceThatIsThere() throws ReflectiveOperationException {
    String name = (String) environment().value(FlexSetting.SERVICE.environmentVariable());

    assertThat(Class.forName(name).getConstructor().newInstance()).isInstanceOf(FlexService.class);
  }

  @Test
  void takesAsLongAsAFlexRequestMay() {
    assertThat(template.properties().integer("Timeout"))
        .isEqualTo(FlexOptions.defaults().requestTimeout().toSeconds());
  }

  @Test
  void startsFromASnapshotOfAPublishedVersion() {
    assertThat(template.properties().path("SnapStart.ApplyOn")).isEqualTo("PublishedVersions");
    assertThat(template.properties().string("AutoPublishAlias")).isEqualTo("live");
    assertThat(template.properties().bool("AutoPublishAliasAllProperties")).isTrue();
  }

  @Test
  void logsJson() {
    assertThat(template.properties().path("LoggingConfig.LogFormat")).isEqualTo("JSON");
  }

  @Test
  void takesTheSecretsFromParameters() {
    assertThat(environment().value(FlexSetting.SHARED_SECRET.environmentVariable()))
        .isEqualTo(ref("SharedSecret"));
    assertThat(environment().value(FlexSetting.PREVIOUS_SHARED_SECRET.environmentVariable()))
        .isEqualTo(ref("PreviousSharedSecret"));
    assertThat(environment().value(ExampleService.PASSWORD_VARIABLE))
        .isEqualTo(ref("ExamplePassword"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SharedSecret", "PreviousSharedSecret", "ExamplePassword"})
  void showsNoSecret(String parameter) {
    assertThat(template.parameter(parameter).bool("NoEcho")).isTrue();
  }

  @Test
  void insistsOnASharedSecret() {
    assertThat(template.parameter("SharedSecret").has("Default")).isFalse();
    assertThat(template.parameter("SharedSecret").integer("MinLength")).isGreaterThanOrEqualTo(16);
  }

  @Test
  void answersEveryPathBehindTheHttpApi() {
    assertThat(template.value("Resources.HttpApi.Type")).isEqualTo("AWS::Serverless::HttpApi");
    assertThat(template.properties().path("Events.EveryRequest"))
        .isEqualTo(
            JsonObject.of(
                Map.of(
                    "Type",
                    "HttpApi",
                    "Properties",
                    Map.of(
                        "ApiId",
                        Map.of("Ref", "HttpApi"),
                        "PayloadFormatVersion",
                        "2.0",
                        "TimeoutInMillis",
                        30000))));
  }

  @Test
  void hasAFunctionUrlThatKinveyCanCall() {
    assertThat(template.properties().path("FunctionUrlConfig.AuthType")).isEqualTo("NONE");
  }

  @Test
  void saysWhatGoesIntoKinveysConsole() {
    assertThat(template.output("FunctionUrl").value("Value"))
        .isEqualTo(JsonObject.of(Map.of("Fn::GetAtt", "FlexFunctionUrl.FunctionUrl")));
    assertThat(template.output("HttpApiUrl").value("Value"))
        .isEqualTo(
            JsonObject.of(
                Map.of(
                    "Fn::Sub", "https://${HttpApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}")));
    assertThat(template.output("FunctionUrl").string("Description"))
        .contains("Kinvey's console", "same shared secret");
    assertThat(template.output("HttpApiUrl").string("Description"))
        .contains("Kinvey's console", "same shared secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SelfInvocation",
        "BackgroundFailures",
        "FailureReports",
        "BackgroundRetries",
        "ScheduleRole",
        "TaskSchedule"
      })
  void grantsAndMakesNothingForBackgroundWorkUnlessItIsAskedFor(String resource) {
    String condition = (String) template.value("Resources." + resource + ".Condition");
    assertThat(template.value("Conditions." + condition)).isNotNull();
    assertThat(template.parameter("BackgroundWork").string("Default")).isEqualTo("off");
    assertThat(template.parameter("ScheduledTask").string("Default")).isEmpty();
    assertThat(template.properties().has("Policies")).isFalse();
  }

  @Test
  void maySendItselfBackgroundWorkAndNothingElse() {
    assertThat(statements("SelfInvocation"))
        .isEqualTo(allowed("lambda:InvokeFunction", ref("FlexFunction.Alias")));
    assertThat(statements("FailureReports"))
        .isEqualTo(allowed("sqs:SendMessage", getAtt("BackgroundFailures.Arn")));
  }

  @Test
  void triesBackgroundWorkAsLongAsItsEventsAreGoodFor() {
    JsonObject retries = resource("BackgroundRetries");
    assertThat(retries.integer("MaximumRetryAttempts")).isEqualTo(2);
    assertThat(retries.integer("MaximumEventAgeInSeconds"))
        .isEqualTo(Duration.ofHours(6).toSeconds());
    assertThat(retries.value("FunctionName")).isEqualTo(ref("FlexFunction"));
    assertThat(retries.value("Qualifier"))
        .isEqualTo(
            JsonObject.of(
                Map.of(
                    "Fn::Select",
                    List.of(
                        7,
                        Map.of("Fn::Split", List.of(":", Map.of("Ref", "FlexFunction.Alias")))))));
  }

  @Test
  void keepsWhatFailsForGoodEncrypted() {
    assertThat(template.value("Resources.BackgroundRetries.DependsOn")).isEqualTo("FailureReports");
    assertThat(
            template.value(
                "Resources.BackgroundRetries.Properties.DestinationConfig.OnFailure.Destination"))
        .isEqualTo(getAtt("BackgroundFailures.Arn"));
    assertThat(resource("BackgroundFailures").bool("SqsManagedSseEnabled")).isTrue();
    assertThat(resource("BackgroundFailures").integer("MessageRetentionPeriod"))
        .isEqualTo(Duration.ofDays(14).toSeconds());
  }

  @Test
  void startsAScheduledTaskByTheEventThatTheAdapterKnows() {
    JsonObject target = resource("TaskSchedule").object("Target");
    assertThat(target.value("Arn")).isEqualTo(ref("FlexFunction.Alias"));
    String input = (String) target.path("Input.Fn::Sub");
    assertThat(JsonObject.parse(input.replace("${ScheduledTask}", "nightly")))
        .isEqualTo(
            JsonObject.of(
                Map.of(
                    "flexBackground",
                    Map.of("name", "nightly", "key", "nightly-<aws.scheduler.scheduled-time>"))));
    JsonArray policies = resource("ScheduleRole").array("Policies");
    assertThat(policies.objects().findFirst().orElseThrow().path("PolicyDocument.Statement"))
        .isEqualTo(allowed("lambda:InvokeFunction", ref("FlexFunction.Alias")));
  }

  @Test
  void deploysABundleOnlyWhereOneIsNamed() {
    assertThat(template.value("Resources.FlexBundle.Condition")).isEqualTo("HasBundle");
    assertThat(template.value("Outputs.BundleUrl.Condition")).isEqualTo("HasBundle");
    assertThat(template.value("Conditions.HasBundle"))
        .isEqualTo(
            JsonObject.of(
                Map.of(
                    "Fn::Not",
                    List.of(Map.of("Fn::Equals", List.of(Map.of("Ref", "BundleBucket"), ""))))));
    assertThat(template.parameter("BundleBucket").string("Default")).isEmpty();
    // A file of this machine would be uploaded by SAM whatever the condition says.
    assertThat(resource("FlexBundle").value("CodeUri"))
        .isEqualTo(
            JsonObject.of(
                Map.of(
                    "Bucket", Map.of("Ref", "BundleBucket"), "Key", Map.of("Ref", "BundleKey"))));
  }

  @Test
  void runsABundleOnItsOwnJava() {
    JsonObject bundle = resource("FlexBundle");
    assertThat(bundle.string("Runtime")).isEqualTo("provided.al2023");
    assertThat(bundle.array("Architectures"))
        .isEqualTo(JsonArray.of(List.of(Map.of("Ref", "BundleArchitecture"))));
    assertThat(template.parameter("BundleArchitecture").array("AllowedValues").asList())
        .isEqualTo(List.of("arm64", "x86_64"));
    assertThat(bundle.has("SnapStart")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Handler",
        "MemorySize",
        "Timeout",
        "AutoPublishAlias",
        "AutoPublishAliasAllProperties",
        "LoggingConfig",
        "FunctionUrlConfig"
      })
  void givesABundleWhatTheOtherFunctionHas(String property) {
    assertThat(resource("FlexBundle").has(property)).isTrue();
    assertThat(resource("FlexBundle").value(property))
        .isEqualTo(template.properties().value(property));
  }

  private JsonObject resource(String name) {
    return (JsonObject) template.value("Resources." + name + ".Properties");
  }

  private Object statements(String policy) {
    return resource(policy).path("PolicyDocument.Statement");
  }

  private static JsonArray allowed(String action, JsonObject resource) {
    return JsonArray.of(
        List.of(Map.of("Effect", "Allow", "Action", action, "Resource", resource.toMap())));
  }

  private static JsonObject getAtt(String name) {
    return JsonObject.of(Map.of("Fn::GetAtt", name));
  }

  private JsonObject environment() {
    return template.properties().object("Environment").object("Variables");
  }

  private static JsonObject ref(String name) {
    return JsonObject.of(Map.of("Ref", name));
  }
}
