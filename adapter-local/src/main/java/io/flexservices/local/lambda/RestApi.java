package io.flexservices.local.lambda;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway's REST API with a proxy integration (payload 1.0).
 *
 * <p>The path stays as it was sent; the query is decoded once; maps and the body are null where
 * they are empty. There is one resource, {@code /{proxy+}}, beside the root. Source: API Gateway's
 * developer guide, "Lambda proxy integrations in API Gateway".
 */
final class RestApi implements Gateway {
  private static final String STAGE = "local";

  @Override
  public Map<String, @Nullable Object> event(HttpCall call, Stamp stamp) {
    String proxy = call.path().startsWith("/") ? call.path().substring(1) : call.path();
    String resource = proxy.isEmpty() ? "/" : "/{proxy+}";
    Pairs headers = Pairs.of(call.headers());
    Pairs query = Pairs.ofQueryDecoded(call.query());
    EventBody body = EventBody.text(call);
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("resource", resource);
    event.put("path", call.path());
    event.put("httpMethod", call.method());
    event.put("headers", headers.isEmpty() ? null : headers.last());
    event.put("multiValueHeaders", headers.isEmpty() ? null : headers.all());
    event.put("queryStringParameters", query.isEmpty() ? null : query.last());
    event.put("multiValueQueryStringParameters", query.isEmpty() ? null : query.all());
    event.put("pathParameters", proxy.isEmpty() ? null : Map.of("proxy", proxy));
    event.put("stageVariables", null);
    event.put("requestContext", context(call, stamp, resource));
    event.put("body", body.text().isEmpty() ? null : body.text());
    event.put("isBase64Encoded", body.isBase64());
    return event;
  }

  /** Where both kinds of headers name one, the multi-value one counts. */
  @Override
  public HttpAnswer answer(@Nullable Object answer) {
    AnswerReader reader = AnswerReader.of(answer);
    Pairs multiple = reader.multiValueHeaders();
    Set<String> named =
        multiple.inLowerCase().list().stream().map(Pairs.Pair::name).collect(Collectors.toSet());
    Pairs single =
        new Pairs(
            reader.headers().list().stream()
                .filter(header -> !named.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList());
    return reader.with(single, multiple).orContentType("application/json");
  }

  /** The gateway's own time and the function's are one here; where they are equal, it is 504. */
  @Override
  public int timeoutStatus() {
    return 504;
  }

  @Override
  public long requestBodyLimit() {
    return PlatformLimits.API_GATEWAY_BODY;
  }

  @Override
  public long answerLimit() {
    return PlatformLimits.ANSWER;
  }

  private static Map<String, @Nullable Object> context(
      HttpCall call, Stamp stamp, String resource) {
    Map<String, @Nullable Object> context = new LinkedHashMap<>();
    context.put("accountId", FunctionIdentity.ACCOUNT);
    context.put("apiId", FunctionIdentity.API);
    context.put("resourceId", "local0");
    context.put("resourcePath", resource);
    context.put("httpMethod", call.method());
    context.put("path", "/" + STAGE + call.path());
    context.put("stage", STAGE);
    context.put("protocol", call.connection().protocol());
    context.put("domainName", domainName(stamp));
    context.put("domainPrefix", FunctionIdentity.API);
    context.put("requestId", stamp.requestId());
    context.put("extendedRequestId", stamp.requestId());
    context.put("requestTime", stamp.requestTime());
    context.put("requestTimeEpoch", stamp.time().toEpochMilli());
    context.put("authorizer", null);
    context.put("identity", identity(call));
    return context;
  }

  private static Map<String, @Nullable Object> identity(HttpCall call) {
    Map<String, @Nullable Object> identity = new LinkedHashMap<>();
    identity.put("sourceIp", call.connection().sourceIp());
    identity.put("userAgent", call.headers().first("User-Agent"));
    return identity;
  }

  private static String domainName(Stamp stamp) {
    return FunctionIdentity.API + ".execute-api." + stamp.function().region() + ".amazonaws.com";
  }
}
