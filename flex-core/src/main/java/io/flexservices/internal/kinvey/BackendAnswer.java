package io.flexservices.internal.kinvey;

import io.flexservices.error.KinveyException;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is no error, and the forms that a call may expect it in. A form that it does not
 * have is a {@link KinveyException} with the status and body of the answer.
 *
 * @param status the HTTP status
 * @param value the JSON value with objects and arrays as views; null where nothing was answered
 */
public record BackendAnswer(int status, @Nullable Object value) {
  /** An object. */
  public JsonObject object() {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw unexpected("an object");
  }

  /** An object, or null where nothing was answered. */
  public @Nullable JsonObject objectIfAny() {
    return value == null ? null : object();
  }

  /** An array of objects. */
  public List<JsonObject> objects() {
    if (!(value instanceof JsonArray array)) {
      throw unexpected("an array");
    }
    List<JsonObject> objects = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      if (!(array.value(i) instanceof JsonObject object)) {
        throw unexpected("an array of objects");
      }
      objects.add(object);
    }
    return List.copyOf(objects);
  }

  /** The number {@code count} of an object. */
  public long count() {
    if (value instanceof JsonObject object
        && object.value("count") instanceof Number count
        && count.longValue() == count.doubleValue()) {
      return count.longValue();
    }
    throw unexpected("an object with the number count");
  }

  private KinveyException unexpected(String wanted) {
    return KinveyException.answered(
        status,
        "InvalidBackendAnswer",
        value == null
            ? "Kinvey's backend answered nothing instead of " + wanted
            : "Kinvey's backend answered something else than " + wanted,
        null,
        value);
  }
}
