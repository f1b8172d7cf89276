package io.flexservices.examples;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import java.util.Map;

/** The smallest service: the one on the first page of the documents. */
public final class HelloService implements FlexService {
  @Override
  public void register(Flex flex) {
    flex.data()
        .serviceObject("widgets")
        .onGetById(
            (context, complete, modules) ->
                complete.setBody(Map.of("_id", context.entityId(), "name", "thing")).ok().next());
  }
}
