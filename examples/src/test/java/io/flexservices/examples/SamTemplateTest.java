package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.FlexSetting;
import io.flexservices.json.JsonObject;
import java.io.IOException;
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

  private JsonObject environment() {
    return template.properties().object("Environment").object("Variables");
  }

  private static JsonObject ref(String name) {
    return JsonObject.of(Map.of("Ref", name));
  }
}
