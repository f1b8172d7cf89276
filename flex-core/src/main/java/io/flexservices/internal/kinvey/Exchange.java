package io.flexservices.internal.kinvey;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.worker.CallFuture;
import io.flexservices.spi.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;

/**
 * One call on the wire. It runs on a worker thread, so that nobody waits longer than the request
 * has time, whatever the backend does; when its result is settled from outside, by the deadline or
 * by who cancels it, it is aborted.
 */
final class Exchange<T extends @Nullable Object> implements Runnable {
  private final BackendClient client;
  private final BackendCall call;
  private final BackendRequest request;
  private final Redaction redaction;
  private final Deadline deadline;
  private final Function<BackendAnswer, T> form;
  private final CallFuture<T> result = new CallFuture<>();
  private volatile @Nullable ExecutableHttpRequest running;

  Exchange(
      BackendClient client,
      BackendCall call,
      BackendRequest request,
      Redaction redaction,
      Deadline deadline,
      Function<BackendAnswer, T> form) {
    this.client = client;
    this.call = call;
    this.request = request;
    this.redaction = redaction;
    this.deadline = deadline;
    this.form = form;
  }

  CompletableFuture<T> start() {
    if (deadline.isSpent()) {
      result.completeExceptionally(Failures.late(call));
      return result;
    }
    CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();
    timer
        .orTimeout(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)
        .exceptionally(
            timeout -> {
              elsewhere(() -> result.completeExceptionally(Failures.late(call)));
              return null;
            });
    result.whenComplete(
        (value, thrown) -> {
          // Completed and not cancelled, which would leave it on the JDK's clock until it rings.
          timer.complete(null);
          abort();
        });
    try {
      client.workers().execute(this);
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(Failures.stopping(call));
    }
    return result;
  }

  @Override
  public void run() {
    try {
      BackendAnswer answer = answer();
      running = null;
      result.complete(form.apply(answer));
    } catch (KinveyException failure) {
      // It was answered, and read: there is nothing to abort.
      running = null;
      result.completeExceptionally(failure);
    } catch (Throwable thrown) {
      // Also errors: whatever it is, who waits must hear of it.
      result.completeExceptionally(Failures.of(call, thrown, redaction));
    }
  }

  private BackendAnswer answer() throws IOException {
    Transport transport = client.transport();
    int attempts = transport.attempts(call.isIdempotent());
    for (int attempt = 1; ; attempt++) {
      try {
        return read(open(transport));
      } catch (IOException | UncheckedIOException e) {
        if (attempt == attempts || result.isDone()) {
          throw e;
        }
      }
    }
  }

  private HttpExecuteResponse open(Transport transport) throws IOException {
    ExecutableHttpRequest ready = transport.prepare(request, body(), deadline.remaining());
    running = ready;
    if (result.isDone()) {
      throw new IOException("Nobody waits for the call any more");
    }
    return ready.call();
  }

  /** Asked for when the connection stands: a call that nobody waits for any more is not sent. */
  private @Nullable ContentStreamProvider body() {
    byte[] body = request.body();
    if (body == null) {
      return null;
    }
    return () -> {
      if (result.isDone()) {
        throw new IllegalStateException("Nobody waits for the call any more");
      }
      return new ByteArrayInputStream(body);
    };
  }

  private BackendAnswer read(HttpExecuteResponse response) {
    AnswerReader reader = new AnswerReader(response.httpResponse(), redaction);
    if (response.responseBody().isEmpty()) {
      return reader.answer(new byte[0]);
    }
    try (AbortableInputStream body = response.responseBody().get()) {
      return reader.answer(whole(reader, body));
    } catch (SocketTimeoutException e) {
      throw Failures.late(call);
    } catch (IOException e) {
      // Not tried again: the backend did what it was asked.
      throw deadline.isSpent() ? Failures.late(call) : Failures.cutOff(call, e, redaction);
    }
  }

  /** A client may read to the end what is closed; what is given up must be aborted before. */
  private byte[] whole(AnswerReader reader, AbortableInputStream body) throws IOException {
    boolean isWhole = false;
    try {
      byte[] bytes = reader.bytes(body, () -> result.isDone() || deadline.isSpent());
      isWhole = true;
      return bytes;
    } finally {
      if (!isWhole) {
        body.abort();
      }
    }
  }

  /**
   * On a thread of its own, because to close a connection may wait for the read that it shall end.
   */
  private void abort() {
    ExecutableHttpRequest open = running;
    if (open != null) {
      elsewhere(open::abort);
    }
  }

  /**
   * On a worker thread. The thread that says that time is up is one for the whole process, and what
   * a handler does with a failure, which may be to wait for another call, would run on it.
   */
  private void elsewhere(Runnable work) {
    try {
      client.spare().execute(work);
    } catch (RejectedExecutionException e) {
      work.run();
    }
  }
}
