package io.flexservices.hooks.kinvey;

import io.flexservices.data.DataEvent;
import io.flexservices.hooks.HookMethod;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which method a request of Kinvey's means. */
final class Methods {
  private Methods() {}

  static HookMethod of(DataEvent event) {
    return switch (event) {
      case ON_INSERT, ON_INSERT_MANY -> HookMethod.CREATE;
      case ON_UPDATE -> HookMethod.UPDATE;
      case ON_DELETE_BY_ID, ON_DELETE_BY_QUERY, ON_DELETE_ALL -> HookMethod.REMOVE;
      case ON_GET_BY_ID -> HookMethod.GET;
      case ON_GET_BY_QUERY, ON_GET_ALL, ON_GET_COUNT, ON_GET_COUNT_BY_QUERY -> HookMethod.FIND;
    };
  }

  static boolean isCount(DataEvent event) {
    return event == DataEvent.ON_GET_COUNT || event == DataEvent.ON_GET_COUNT_BY_QUERY;
  }

  static boolean isWriteById(DataEvent event) {
    return event == DataEvent.ON_UPDATE || event == DataEvent.ON_DELETE_BY_ID;
  }

  /** The event of the same method with a query; the event itself where there is none. */
  static DataEvent byQuery(DataEvent event) {
    return switch (event) {
      case ON_DELETE_ALL -> DataEvent.ON_DELETE_BY_QUERY;
      case ON_GET_ALL -> DataEvent.ON_GET_BY_QUERY;
      case ON_GET_COUNT -> DataEvent.ON_GET_COUNT_BY_QUERY;
      default -> event;
    };
  }

  /** By the method of a client's HTTP request; null for one that hooks know nothing of. */
  static @Nullable HookMethod of(String httpMethod, @Nullable String entityId) {
    return switch (httpMethod.toUpperCase(Locale.ROOT)) {
      case "GET" -> entityId == null ? HookMethod.FIND : HookMethod.GET;
      case "POST" -> HookMethod.CREATE;
      case "PUT" -> HookMethod.UPDATE;
      case "PATCH" -> HookMethod.PATCH;
      case "DELETE" -> HookMethod.REMOVE;
      default -> null;
    };
  }
}
