package io.flexservices.local;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import java.util.concurrent.CountDownLatch;

/** A service for a process of its own: it says when a request is in flight, and never ends it. */
public final class SlowService implements FlexService {
  @Override
  public void register(Flex flex) {
    flex.data()
        .serviceObject("slow")
        .onGetAll(
            (context, complete, modules) -> {
              flex.logger().info("in flight");
              new CountDownLatch(1).await();
              return complete.ok().next();
            });
  }
}
