package io.flexservices.internal.background;

import io.flexservices.error.KinveyError;
import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.RequestRejected;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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

  private final TaskSigner signer;
  private final Clock clock;

  /** Events signed by the first of these secrets; those signed by the others are accepted. */
  public TaskEvents(Supplier<List<String>> secrets, Clock clock) {
    this.signer = new TaskSigner(secrets);
    this.clock = clock;
  }

  /** Whether there is a secret, without which nothing can be signed. */
  public boolean areReady() {
    return signer.isReady();
  }

  /** The signed event of an order. */
  public byte[] write(TaskOrder order) {
    String text = Json.text(order.toJson());
    Map<String, @Nullable Object> signed = new LinkedHashMap<>();
    signed.put("order", text);
    signed.put("signature", signer.sign(text));
    return Json.bytes(Map.of(MEMBER, signed));
  }

  /**
   * The order in an event.
   *
   * @param trusted whether only those can have sent it who may run the function anyway; else it
   *     must be signed
   * @throws RequestRejected where it is none, is not signed as it must be, or has expired
   */
  public TaskOrder read(JsonObject event, boolean trusted) {
    if (!(event.value(MEMBER) instanceof JsonObject envelope)) {
      throw RequestRejected.malformed("A background event has an object \"" + MEMBER + "\"");
    }
    TaskOrder order =
        trusted && envelope.value("order") == null ? TaskOrder.of(envelope) : signed(envelope);
    if (order == null) {
      throw RequestRejected.malformed("The background event names no task");
    }
    if (order.expires() != null && !clock.instant().isBefore(order.expires())) {
      throw new RequestRejected(KinveyError.forbidden("The background event has expired"));
    }
    return order;
  }

  private @Nullable TaskOrder signed(JsonObject envelope) {
    if (!(envelope.value("order") instanceof String text)
        || !(envelope.value("signature") instanceof String signature)
        || !signer.isSigned(text, signature)) {
      throw new RequestRejected(
          KinveyError.unauthorized("The background event is not signed by the shared secret"));
    }
    try {
      return TaskOrder.of(JsonObject.parse(text));
    } catch (JsonException e) {
      throw RequestRejected.malformed("The order of the background event is no JSON object");
    }
  }
}
