package io.flexservices.gcp;

import static java.util.Objects.requireNonNull;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.functions.FunctionHandler;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A service whose handlers tell what they saw, fail, or never end. */
final class TestService implements FlexService {
  @Override
  public void register(Flex flex) {
    flex.data()
        .serviceObject("widgets")
        .onGetById(
            (context, complete, modules) ->
                complete.setBody(Map.of("id", requireNonNull(context.entityId()))).ok().next())
        .onGetByQuery(
            (context, complete, modules) ->
                complete.setBody(requireNonNull(context.query())).ok().next());
    flex.data()
        .serviceObject("sized")
        .onGetById(
            (context, complete, modules) ->
                complete
                    .setBody("x".repeat(Integer.parseInt(requireNonNull(context.entityId())) - 2))
                    .ok()
                    .next());
    function(
        flex,
        "echo",
        (context, complete, modules) ->
            complete
                .setBody(Map.of("body", context.body(), "headers", context.headers()))
                .ok()
                .next());
    function(
        flex,
        "fails",
        (context, complete, modules) -> {
          throw new IllegalStateException("the password is s3cret");
        });
    function(
        flex,
        "stuck",
        (context, complete, modules) -> {
          new CountDownLatch(1).await();
          return complete.ok().next();
        });
  }

  private static void function(Flex flex, String name, FunctionHandler handler) {
    flex.functions().register(name, handler);
  }
}
