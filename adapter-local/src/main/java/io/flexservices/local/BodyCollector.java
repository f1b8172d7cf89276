package io.flexservices.local;

import io.flexservices.spi.RequestBody;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Collects a request's body as it comes. No thread waits for what a client has not sent yet, and
 * never is more held than the limit and what comes at once.
 */
final class BodyCollector implements Invocable.Task {
  private final Request request;
  private final long limit;
  private final Receiver receiver;
  private final List<byte[]> pieces = new ArrayList<>(1);
  private long size;

  /** Who is told what came of it, once, on one of the server's own threads; none of it may wait. */
  interface Receiver {
    void received(RequestBody body);

    /** It is over the limit; the rest was not read. */
    void tooLarge();

    /** It has no end. */
    void brokenOff();
  }

  BodyCollector(Request request, long limit, Receiver receiver) {
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
    byte[] piece = new byte[chunk.remaining()];
    chunk.get(piece, 0, piece.length);
    chunk.release();
    size += piece.length;
    if (piece.length > 0) {
      pieces.add(piece);
    }
    return size <= limit;
  }

  private RequestBody body() {
    if (pieces.isEmpty()) {
      return RequestBody.empty();
    }
    return RequestBody.of(pieces.size() == 1 ? pieces.get(0) : joined());
  }

  private byte[] joined() {
    byte[] all = new byte[(int) size];
    int position = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, position, piece.length);
      position += piece.length;
    }
    return all;
  }
}
