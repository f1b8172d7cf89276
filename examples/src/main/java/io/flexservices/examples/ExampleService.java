package io.flexservices.examples;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.data.ServiceObject;
import io.flexservices.json.JsonObject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The example service. It is the same on every platform: which adapter runs it is a matter of
 * packaging.
 *
 * <p>Where the shared secret comes from is no concern of the code either: whoever runs the service
 * sets {@code FLEX_SHARED_SECRET}.
 */
public final class ExampleService implements FlexService {
  /**
   * The environment variable with the password of every user of {@code mySSO}. Where it is not set
   * at all the password is {@code opensesame}, to try things out on one's own machine; where it is
   * set and empty nobody gets in.
   */
  public static final String PASSWORD_VARIABLE = "EXAMPLE_PASSWORD";

  private static final String DEMO_PASSWORD = "opensesame";

  private final WidgetStore widgets = new WidgetStore();
  private final IdentitySource identities;

  /** The service with the environment of the process; adapters call this. */
  public ExampleService() {
    this(System.getenv());
  }

  ExampleService(Map<String, String> environment) {
    this.identities =
        new DemoIdentities(environment.getOrDefault(PASSWORD_VARIABLE, DEMO_PASSWORD));
    widgets.insert(List.of(Widget.of(JsonObject.of(Map.of("name", "thing")), "42", null)));
  }

  @Override
  public void register(Flex flex) {
    ServiceObject serviceObject = flex.data().serviceObject("widgets");
    new WidgetReader(widgets).register(serviceObject);
    new WidgetWriter(widgets, () -> UUID.randomUUID().toString()).register(serviceObject);
    new WidgetRemover(widgets).register(serviceObject);

    flex.functions()
        .register("getRedLineData", new RedLineData(ExampleService::timetable))
        .register("preprocessWidgets", new PreprocessWidgets())
        .register("postprocessWidgets", new PostprocessWidgets());

    flex.auth().register("mySSO", new SsoLogin(identities, new SecureRandom()));
  }

  /** Stands in for the call of another service, so that the example runs without a network. */
  private static JsonObject timetable() {
    return JsonObject.parse(
        """
        {"line": "Red", "stations": ["Alewife", "Davis", "Porter", "Harvard", "Central"]}
        """);
  }
}
