package io.flexservices.local;

import io.flexservices.spi.RequestBody;
import java.util.Arrays;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Collects a request's body as it comes. No thread waits for what a client has not sent yet, and no
 * memory: never is more held than three times what has come, nor than twice the limit, in however
 * small pieces it comes.
 */
final class BodyCollector implements Invocable.Task {
  private final Request request;
  private final int limit;
  private final Receiver receiver;
  private byte[] octets = {};
  private int size;

  /** Who is told what came of it, once, on one of the server's own threads; none of it may wait. */
  interface Receiver {
    void received(RequestBody body);

    /** It is over the limit; the rest was not read. */
    void tooLarge();

    /** It has no end. */
    void brokenOff();
  }

  BodyCollector(Request request, int limit, Receiver receiver) {
    this.request = request;
    this.limit = limit;
    this.receiver = receiver;
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  /** Takes what there is, and goes on when there is more. */
  @Override
  public void run() {
    boolean isLast = false;
    while (!isLast) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        receiver.brokenOff();
        return;
      }
      isLast = chunk.isLast();
      if (!add(chunk)) {
        receiver.tooLarge();
        return;
      }
    }
    receiver.received(body());
  }

  /** Whether there was room for it. */
  private boolean add(Content.Chunk chunk) {
    int more = chunk.remaining();
    boolean hasRoom = more <= limit - size;
    if (hasRoom) {
      makeRoom(size + more);
      chunk.get(octets, size, more);
      size += more;
    }
    chunk.release();
    return hasRoom;
  }

  /** What comes at once, as most bodies do, has just its room; what goes on has twice as much. */
  private void makeRoom(int wanted) {
    if (wanted > octets.length) {
      int doubled = (int) Math.min(2L * octets.length, limit);
      octets = Arrays.copyOf(octets, Math.max(wanted, doubled));
    }
  }

  private RequestBody body() {
    if (size == 0) {
      return RequestBody.empty();
    }
    return RequestBody.of(size == octets.length ? octets : Arrays.copyOf(octets, size));
  }
}
