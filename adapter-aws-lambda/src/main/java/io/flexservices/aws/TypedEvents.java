package io.flexservices.aws;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Typed events as the plain values that their JSON would be, and plain answers as typed ones, so
 * that there is one translation for both entry points. Only members that a source looks at.
 */
final class TypedEvents {
  private TypedEvents() {}

  static Map<String, @Nullable Object> plain(APIGatewayProxyRequestEvent event) {
    Map<String, @Nullable Object> plain = new HashMap<>();
    plain.put("version", event.getVersion());
    plain.put("httpMethod", event.getHttpMethod());
    plain.put("path", event.getPath());
    plain.put("resource", event.getResource());
    plain.put("pathParameters", event.getPathParameters());
    plain.put("headers", event.getHeaders());
    plain.put("multiValueHeaders", event.getMultiValueHeaders());
    plain.put("queryStringParameters", event.getQueryStringParameters());
    plain.put("multiValueQueryStringParameters", event.getMultiValueQueryStringParameters());
    plain.put("body", event.getBody());
    plain.put("isBase64Encoded", event.getIsBase64Encoded());
    if (event.getRequestContext() != null) {
      plain.put("requestContext", stage(event.getRequestContext().getStage()));
    }
    return plain;
  }

  static Map<String, @Nullable Object> plain(APIGatewayV2HTTPEvent event) {
    Map<String, @Nullable Object> plain = new HashMap<>();
    plain.put("rawPath", event.getRawPath());
    plain.put("rawQueryString", event.getRawQueryString());
    plain.put("queryStringParameters", event.getQueryStringParameters());
    plain.put("cookies", event.getCookies());
    plain.put("headers", event.getHeaders());
    plain.put("body", event.getBody());
    plain.put("isBase64Encoded", event.getIsBase64Encoded());
    if (event.getRequestContext() != null) {
      plain.put("requestContext", plain(event.getRequestContext()));
    }
    return plain;
  }

  static Map<String, @Nullable Object> plain(ApplicationLoadBalancerRequestEvent event) {
    Map<String, @Nullable Object> plain = new HashMap<>();
    plain.put("httpMethod", event.getHttpMethod());
    plain.put("path", event.getPath());
    plain.put("headers", event.getHeaders());
    plain.put("multiValueHeaders", event.getMultiValueHeaders());
    plain.put("queryStringParameters", event.getQueryStringParameters());
    plain.put("multiValueQueryStringParameters", event.getMultiValueQueryStringParameters());
    plain.put("body", event.getBody());
    plain.put("isBase64Encoded", event.getIsBase64Encoded());
    return plain;
  }

  static APIGatewayProxyResponseEvent restApi(Map<String, @Nullable Object> answer) {
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(TypedEvents.<Integer>member(answer, "statusCode"))
        .withMultiValueHeaders(member(answer, "multiValueHeaders"))
        .withBody(member(answer, "body"))
        .withIsBase64Encoded(member(answer, "isBase64Encoded"));
  }

  static APIGatewayV2HTTPResponse httpApi(Map<String, @Nullable Object> answer) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(TypedEvents.<Integer>member(answer, "statusCode"))
        .withHeaders(member(answer, "headers"))
        .withCookies(TypedEvents.<List<String>>member(answer, "cookies"))
        .withBody(member(answer, "body"))
        .withIsBase64Encoded(TypedEvents.<Boolean>member(answer, "isBase64Encoded"))
        .build();
  }

  static ApplicationLoadBalancerResponseEvent loadBalancer(Map<String, @Nullable Object> answer) {
    ApplicationLoadBalancerResponseEvent typed = new ApplicationLoadBalancerResponseEvent();
    typed.setStatusCode(TypedEvents.<Integer>member(answer, "statusCode"));
    typed.setStatusDescription(member(answer, "statusDescription"));
    typed.setHeaders(optional(answer, "headers"));
    typed.setMultiValueHeaders(optional(answer, "multiValueHeaders"));
    typed.setBody(member(answer, "body"));
    typed.setIsBase64Encoded(TypedEvents.<Boolean>member(answer, "isBase64Encoded"));
    return typed;
  }

  private static Map<String, @Nullable Object> plain(APIGatewayV2HTTPEvent.RequestContext context) {
    Map<String, @Nullable Object> plain = stage(context.getStage());
    plain.put("domainName", context.getDomainName());
    if (context.getHttp() != null) {
      Map<String, @Nullable Object> http = new HashMap<>();
      http.put("method", context.getHttp().getMethod());
      http.put("path", context.getHttp().getPath());
      plain.put("http", http);
    }
    return plain;
  }

  private static Map<String, @Nullable Object> stage(@Nullable String stage) {
    Map<String, @Nullable Object> plain = new HashMap<>();
    plain.put("stage", stage);
    return plain;
  }

  private static <T> T member(Map<String, @Nullable Object> answer, String name) {
    return requireNonNull(TypedEvents.<T>optional(answer, name), name);
  }

  /** A load balancer's answer has only one of the two maps of headers. */
  @SuppressWarnings("unchecked") // each source's answer() puts a value of this type there
  private static <T> @Nullable T optional(Map<String, @Nullable Object> answer, String name) {
    return (T) answer.get(name);
  }
}
