package io.flexservices.internal.secret;

import io.flexservices.secret.SecretSource;
import io.flexservices.secret.SharedSecrets;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A source that holds what it is told, and counts how often it is asked. */
final class FakeSource implements SecretSource {
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile SharedSecrets secrets = new SharedSecrets("first", null);
  private volatile Exception failure;
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final CountDownLatch entered = new CountDownLatch(1);

  @Override
  public SharedSecrets fetch() throws Exception {
    fetches.incrementAndGet();
    entered.countDown();
    gate.await();
    Exception thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
    return secrets;
  }

  void holds(String current, String previous) {
    secrets = new SharedSecrets(current, previous);
    failure = null;
  }

  void fails() {
    failure = new IOException("the store is closed");
  }

  void fails(Exception thrown) {
    failure = thrown;
  }

  void returnsNothing() {
    secrets = null;
  }

  /** Lets no fetch end until the latch is open. */
  CountDownLatch stops() {
    CountDownLatch latch = new CountDownLatch(1);
    gate = latch;
    return latch;
  }

  void goesOn() {
    gate.countDown();
    gate = new CountDownLatch(0);
  }

  void awaitFetch() throws InterruptedException {
    entered.await();
  }

  int fetches() {
    return fetches.get();
  }
}
