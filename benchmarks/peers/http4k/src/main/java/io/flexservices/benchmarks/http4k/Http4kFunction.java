package io.flexservices.benchmarks.http4k;

import static org.http4k.core.Http4kKt.then;
import static org.http4k.routing.ExtensionsKt.path;
import static org.http4k.routing.RoutingKt.bind;
import static org.http4k.routing.RoutingKt.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kotlin.jvm.functions.Function1;
import org.http4k.core.Filter;
import org.http4k.core.Method;
import org.http4k.core.Request;
import org.http4k.core.Response;
import org.http4k.core.Status;
import org.http4k.format.Jackson;
import org.http4k.serverless.ApiGatewayV2LambdaFunction;

/**
 * The measured handlers as a user of http4k writes them, with its Jackson module: a record by its
 * id, an echo in the form of a Flex function's answer, and the shared secret before both.
 */
public final class Http4kFunction extends ApiGatewayV2LambdaFunction {
  private static final Jackson JSON = Jackson.INSTANCE;

  public Http4kFunction() {
    super(application(System.getenv("FLEX_SHARED_SECRET")));
  }

  private static Function1<Request, Response> application(String secret) {
    Filter guard =
        next ->
            request ->
                secret.equals(request.header("x-auth-key"))
                    ? next.invoke(request)
                    : Response.Companion.create(Status.UNAUTHORIZED);
    return then(
        guard,
        routes(
            bind("/widgets/{id}", Method.GET).to(Http4kFunction::widget),
            bind("/_flexFunctions/echo", Method.POST).to(Http4kFunction::echo)));
  }

  private static Response widget(Request request) {
    ObjectNode widget = JsonNodeFactory.instance.objectNode();
    return answer(widget.put("_id", path(request, "id")).put("name", "thing"));
  }

  private static Response echo(Request request) {
    JsonNode task = JSON.parse(request.bodyString());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer
        .putObject("request")
        .put("method", task.path("method").asText())
        .put("objectName", task.path("objectName").asText())
        .set("body", task.path("body"));
    answer.putObject("response").put("statusCode", 200).set("body", task.path("body"));
    return answer(answer);
  }

  private static Response answer(JsonNode body) {
    return Response.Companion.create(Status.OK)
        .header("content-type", "application/json; charset=utf-8")
        .body(JSON.compact(body));
  }
}
