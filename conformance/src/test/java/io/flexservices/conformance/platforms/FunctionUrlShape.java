package io.flexservices.conformance.platforms;

/**
 * The event of a function URL: payload 2.0 with the path as it was sent.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads">
 *     Request and response payloads</a>
 */
final class FunctionUrlShape implements EventShape {
  private static final String DOMAIN = "url-id.lambda-url.us-west-2.on.aws";

  @Override
  public Event of(ClientRequest request) {
    return PayloadTwo.of(request, request.path(), DOMAIN);
  }
}
