package io.flexservices.aws;

import org.jspecify.annotations.Nullable;

/** Tells the sources of events apart. */
final class EventSources {
  private EventSources() {}

  /**
   * The source of an event, or null where it is no HTTP request. The members that are looked at are
   * those by which AWS's documents tell the payloads apart; they are tried in this order because a
   * load balancer's event has an {@code httpMethod} too. Where an event has gaps, as hand-written
   * ones do, its source is guessed by the rest, so that it is answered in a shape that its sender
   * may know.
   */
  static @Nullable EventSource of(EventObject event) {
    EventObject context = event.object("requestContext");
    if (context.has("elb")) {
      return loadBalancer(event);
    }
    if ("2.0".equals(event.text("version"))
        && (context.has("http") || event.text("rawPath") != null)) {
      return version2(event);
    }
    if (event.text("httpMethod") != null) {
      return new RestApi();
    }
    return event.text("method") != null && event.text("path") != null
        ? new DirectInvocation()
        : null;
  }

  /** The mode is an attribute of the target group, and the event shows it by its members alone. */
  static EventSource loadBalancer(EventObject event) {
    return event.has("multiValueHeaders") || event.has("multiValueQueryStringParameters")
        ? new MultiValueLoadBalancer()
        : new LoadBalancer();
  }

  /** Function URLs have the payload of HTTP APIs but for the path, and a domain of their own. */
  static EventSource version2(EventObject event) {
    String domainName = event.object("requestContext").text("domainName");
    return domainName != null && domainName.contains(".lambda-url.")
        ? new FunctionUrl()
        : new HttpApi();
  }
}
