package io.flexservices.conformance.platforms;

import java.util.Objects;

/**
 * The event of an Application Load Balancer: neither path nor query is decoded, header names are in
 * lower case. With multi-value headers there are lists, and without them the last values; never
 * both.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html#receive-event-from-load-balancer">Receive
 *     events from the load balancer</a>
 */
final class LoadBalancerShape implements EventShape {
  private static final String EXAMPLE =
      """
      {
        "requestContext": {
          "elb": {
            "targetGroupArn": "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-target-group/6d0ecf831eec9f09"
          }
        },
        "httpMethod": "GET",
        "path": "/"
      }
      """;

  private final boolean isMultiValue;

  LoadBalancerShape(boolean isMultiValue) {
    this.isMultiValue = isMultiValue;
  }

  @Override
  public Event of(ClientRequest request) {
    Lines headers = Lines.ofHeadersInLowerCase(request);
    Lines query = Lines.ofQuery(request);
    Event event = Event.of(EXAMPLE).put("httpMethod", request.method()).put("path", request.path());
    if (isMultiValue) {
      event
          .put("multiValueQueryStringParameters", query.lists())
          .put("multiValueHeaders", headers.lists());
    } else {
      event.put("queryStringParameters", query.last()).put("headers", headers.last());
    }
    return event
        .put("body", Objects.requireNonNullElse(EventShape.body(request), ""))
        .put("isBase64Encoded", request.isBase64());
  }
}
