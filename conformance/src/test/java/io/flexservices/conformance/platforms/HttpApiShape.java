package io.flexservices.conformance.platforms;

/**
 * The event of an HTTP API, payload 2.0. The path comes decoded, though the document's example does
 * not show it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Create
 *     AWS Lambda proxy integrations for HTTP APIs in API Gateway</a>
 */
final class HttpApiShape implements EventShape {
  private static final String DOMAIN = "id.execute-api.us-east-1.amazonaws.com";

  @Override
  public Event of(ClientRequest request) {
    String path = Lines.decode(request.path().replace("+", "%2B"));
    return PayloadTwo.of(request, path, DOMAIN);
  }
}
