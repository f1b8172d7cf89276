package io.flexservices.internal.routing;

import static java.util.Objects.requireNonNull;

import io.flexservices.context.HandlerOptions;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.data.DataEvent;
import io.flexservices.data.DataHandler;
import io.flexservices.data.FlexData;
import io.flexservices.data.ServiceObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service objects of a service. Filled by one thread, then closed and read by many. */
public final class DataRegistry implements FlexData {
  private final Registration<RegisteredObject> objects = new Registration<>("service object");

  @Override
  public ServiceObject serviceObject(String name) {
    RegisteredObject known = objects.get(requireNonNull(name, "name == null"));
    if (known != null) {
      return known;
    }
    RegisteredObject fresh = new RegisteredObject(name);
    objects.add(name, fresh);
    return fresh;
  }

  @Override
  public List<String> serviceObjects() {
    return objects.names();
  }

  /**
   * The handler of an event, a {@link DataHandler} or an {@link AsyncDataHandler}; null where there
   * is none.
   */
  public @Nullable Registered<Object> handler(String serviceObjectName, DataEvent event) {
    RegisteredObject object = objects.get(serviceObjectName);
    return object == null ? null : object.handlers.get(event);
  }

  /** Refuses registrations from now on. */
  public void close() {
    objects.close();
  }

  private final class RegisteredObject implements ServiceObject {
    private final String name;
    private final Map<DataEvent, Registered<Object>> handlers = new EnumMap<>(DataEvent.class);

    private RegisteredObject(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public ServiceObject onAsync(
        DataEvent event, HandlerOptions options, AsyncDataHandler handler) {
      return add(event, options, handler);
    }

    @Override
    public ServiceObject on(DataEvent event, HandlerOptions options, DataHandler handler) {
      return add(event, options, handler);
    }

    private ServiceObject add(DataEvent event, HandlerOptions options, Object handler) {
      requireNonNull(event, "event == null");
      requireNonNull(handler, "handler == null");
      objects.requireOpen(name);
      if (handlers.putIfAbsent(event, new Registered<>(handler, options)) != null) {
        throw new IllegalStateException(
            "The event %s of the service object \"%s\" has a handler already"
                .formatted(event.eventName(), name));
      }
      return this;
    }

    @Override
    public @Nullable AsyncDataHandler handler(DataEvent event) {
      Registered<Object> registered = handlers.get(event);
      if (registered == null) {
        return null;
      }
      return registered.handler() instanceof DataHandler handler
          ? AsyncDataHandler.of(handler)
          : (AsyncDataHandler) registered.handler();
    }
  }
}
