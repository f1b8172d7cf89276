package io.flexservices.benchmarks.request;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Another contestant on a thread of its own, so that its caller has an answer in time though it may
 * never come back. Both threads stay awake for as long as the service's do before they sleep.
 */
final class HandedOff implements Contestant {
  private static final long SECONDS = 30;
  private static final long AWAKE_NANOS = 30_000;

  private final LinkedTransferQueue<Runnable> work = new LinkedTransferQueue<>();
  private final Thread worker = new Thread(this::workOff, "handed-off");
  private final Contestant contestant;

  HandedOff(Contestant contestant) {
    this.contestant = contestant;
    worker.setDaemon(true);
    worker.start();
  }

  @Override
  public byte[] answer(byte[] event) throws IOException {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    work.add(() -> complete(answer, event));
    stayAwake(answer::isDone);
    return get(answer);
  }

  private void complete(CompletableFuture<byte[]> answer, byte[] event) {
    try {
      answer.complete(contestant.answer(event));
    } catch (IOException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private static byte[] get(Future<byte[]> answer) throws IOException {
    try {
      return answer.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IOException(e);
    }
  }

  private void workOff() {
    try {
      while (true) {
        stayAwake(() -> !work.isEmpty());
        work.take().run();
      }
    } catch (InterruptedException e) {
      // It is over.
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // as the service's threads do
  private static void stayAwake(BooleanSupplier isThere) {
    long end = System.nanoTime() + AWAKE_NANOS;
    while (!isThere.getAsBoolean() && System.nanoTime() < end) {
      Thread.yield();
    }
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
