package io.flexservices.conformance.platforms;

/**
 * The event of a REST API, payload 1.0: the path as it was sent, without the stage; headers with
 * the names that were sent, and decoded query parameters, each in a map of last values and in one
 * of all values; null where there is none. There is one resource, {@code /{proxy+}}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format">Input
 *     format of a Lambda function for proxy integration</a>
 */
final class RestApiShape implements EventShape {
  private static final String EXAMPLE =
      """
      {
        "resource": "/{proxy+}",
        "path": "/",
        "httpMethod": "GET",
        "headers": null,
        "multiValueHeaders": null,
        "queryStringParameters": null,
        "multiValueQueryStringParameters": null,
        "pathParameters": null,
        "stageVariables": null,
        "requestContext": {
          "accountId": "123456789012",
          "resourceId": "us4z18",
          "stage": "prod",
          "requestId": "41b45ea3-70b5-11e6-b7bd-69b5aaebc7d9",
          "identity": {"sourceIp": "127.0.0.1", "userAgent": "agent", "accessKey": null},
          "resourcePath": "/{proxy+}",
          "httpMethod": "GET",
          "path": "/prod/",
          "protocol": "HTTP/1.1",
          "requestTimeEpoch": 1583349317135,
          "domainName": "id.execute-api.us-east-1.amazonaws.com",
          "domainPrefix": "id",
          "apiId": "gy415nuibc"
        },
        "body": null,
        "isBase64Encoded": false
      }
      """;

  @Override
  public Event of(ClientRequest request) {
    Lines headers = Lines.ofHeaders(request);
    Lines query = Lines.ofDecodedQuery(request);
    Event event =
        Event.of(EXAMPLE)
            .put("path", request.path())
            .put("httpMethod", request.method())
            .put("pathParameters.proxy", request.path().replaceAll("^/|/$", ""))
            .put("requestContext.httpMethod", request.method())
            .put("requestContext.path", "/prod" + request.path())
            .put("body", EventShape.body(request))
            .put("isBase64Encoded", request.isBase64());
    if (!headers.isEmpty()) {
      event.put("headers", headers.last()).put("multiValueHeaders", headers.lists());
    }
    if (!query.isEmpty()) {
      event
          .put("queryStringParameters", query.last())
          .put("multiValueQueryStringParameters", query.lists());
    }
    return event;
  }
}
