package io.flexservices.functions;

import io.flexservices.context.FlexContext;
import io.flexservices.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a function is told of its request. {@link #bodyValue() The body} is the request's before the
 * data is reached and in an endpoint, the response's in a post hook.
 */
public interface FunctionContext extends FlexContext {
  /** The name that the function was registered with. */
  String functionName();

  /** When Kinvey calls. */
  HookType hookType();

  /** What the request acts on, the name of a collection say; null where Kinvey named nothing. */
  @Nullable String objectName();

  /** The documents' name for {@link #objectName()}. */
  default @Nullable String collectionName() {
    return objectName();
  }

  /** The id of the entity, null where there is none. */
  @Nullable String entityId();

  /** The query of the request, null where there is none. */
  @Nullable JsonObject query();

  /** How a user logs in, in a login hook; else null. */
  @Nullable JsonObject loginOptions();

  /** The status of the response so far, where that is an error's (400 and up); else null. */
  @Nullable Integer status();
}
