package io.flexservices.internal.background;

import static java.util.Objects.requireNonNull;

import io.flexservices.error.KinveyError;
import io.flexservices.internal.secret.Guard;
import io.flexservices.internal.secret.Verdict;
import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.background.BackgroundException;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.RequestRejected;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events that carry background work. One that a handler ordered is
 *
 * <pre>
 * {@code {"flexBackground": {"order": "a JSON text", "signature": "of that text"}}}
 * </pre>
 *
 * <p>and one that a schedule sends, which nobody signs,
 *
 * <pre>
 * {@code {"flexBackground": {"name": "nightly", "payload": {}}}}
 * </pre>
 */
public final class TaskEvents {
  /** The member by which such an event is known. */
  public static final String MEMBER = "flexBackground";

  /**
   * How many bytes an event that comes over HTTP may have: it is read before its signature can be.
   * What brings such events takes no more (Cloud Tasks, 1 MB a task).
   */
  public static final int LARGEST = 1_048_576;

  private final Guard guard;
  private final Clock clock;

  /** Events that a guard signs and judges. */
  public TaskEvents(Guard guard, Clock clock) {
    this.guard = guard;
    this.clock = clock;
  }

  /** The signed event of an order; null where there is no secret to sign it by. */
  byte @Nullable [] write(TaskOrder order, Deadline deadline) {
    String text = readable(Json.text(order.toJson()));
    String signature = guard.sign(text, deadline);
    if (signature == null) {
      return null;
    }
    Map<String, @Nullable Object> signed = new LinkedHashMap<>();
    signed.put("order", text);
    signed.put("signature", signature);
    return Json.bytes(Map.of(MEMBER, signed));
  }

  /**
   * The order in an event.
   *
   * @param trusted whether only those can have sent it who may run the function anyway; else it
   *     must be signed
   * @param deadline how long it may take to find the secret
   * @throws RequestRejected where it is none, is not signed as it must be, or has expired
   */
  public TaskOrder read(JsonObject event, boolean trusted, Deadline deadline) {
    if (!(event.value(MEMBER) instanceof JsonObject envelope)) {
      throw RequestRejected.malformed("A background event has an object \"" + MEMBER + "\"");
    }
    TaskOrder order =
        trusted && envelope.value("order") == null
            ? TaskOrder.of(envelope)
            : signed(envelope, deadline);
    if (order == null) {
      throw RequestRejected.malformed("The background event names no task");
    }
    if (order.expires() != null && !clock.instant().isBefore(order.expires())) {
      throw new RequestRejected(KinveyError.forbidden("The background event has expired"));
    }
    return order;
  }

  private @Nullable TaskOrder signed(JsonObject envelope, Deadline deadline) {
    if (!(envelope.value("order") instanceof String text)
        || !(envelope.value("signature") instanceof String signature)
        || !isSigned(text, signature, deadline)) {
      throw new RequestRejected(
          KinveyError.unauthorized("The background event is not signed by the shared secret"));
    }
    try {
      return TaskOrder.of(JsonObject.parse(text));
    } catch (JsonException e) {
      throw RequestRejected.malformed("The order of the background event is no JSON object");
    }
  }

  /** What could not be read again is refused while somebody can still be told. */
  private static String readable(String text) {
    try {
      JsonObject.parse(text);
      return text;
    } catch (JsonException e) {
      throw new BackgroundException("The payload is over a limit. " + e.getMessage(), e);
    }
  }

  private boolean isSigned(String text, String signature, Deadline deadline) {
    Verdict verdict = guard.judgeSigned(text, signature, deadline);
    if (verdict == Verdict.UNKNOWN) {
      throw new RequestRejected(requireNonNull(verdict.error()));
    }
    return verdict == Verdict.ACCEPTED;
  }
}
