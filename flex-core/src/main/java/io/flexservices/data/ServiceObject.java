package io.flexservices.data;

import io.flexservices.context.HandlerOptions;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entity that lives outside Kinvey, a table say, and the handlers of its events. An event
 * without a handler is answered 501. Used while a service registers its handlers, by one thread.
 *
 * <pre>{@code
 * flex.data().serviceObject("widgets")
 *     .onGetById((context, complete, modules) ->
 *         complete.setBody(load(context.entityId())).ok().next());
 * }</pre>
 */
public interface ServiceObject {
  /** The name, the first segment of its paths. */
  String name();

  /**
   * Registers the handler of an event.
   *
   * @throws IllegalStateException where the event has one already, or the service is built
   */
  ServiceObject onAsync(DataEvent event, HandlerOptions options, AsyncDataHandler handler);

  /** The handler that an event has; null where it has none. */
  @Nullable AsyncDataHandler handler(DataEvent event);

  /** Registers it with the default options; errors as above. */
  default ServiceObject onAsync(DataEvent event, AsyncDataHandler handler) {
    return onAsync(event, HandlerOptions.defaults(), handler);
  }

  /** Registers the handler of an event with the default options; errors as {@link #onAsync}. */
  default ServiceObject on(DataEvent event, DataHandler handler) {
    return on(event, HandlerOptions.defaults(), handler);
  }

  /** Registers the handler of an event; errors as {@link #onAsync}. */
  default ServiceObject on(DataEvent event, HandlerOptions options, DataHandler handler) {
    return onAsync(event, options, AsyncDataHandler.of(handler));
  }

  /** The handler for when one entity is to be inserted. */
  default ServiceObject onInsert(DataHandler handler) {
    return on(DataEvent.ON_INSERT, handler);
  }

  /** The asynchronous form of {@link #onInsert}. */
  default ServiceObject onInsertAsync(AsyncDataHandler handler) {
    return onAsync(DataEvent.ON_INSERT, handler);
  }

  /** The handler for when an array of entities is to be inserted. */
  default ServiceObject onInsertMany(DataHandler handler) {
    return on(DataEvent.ON_INSERT_MANY, handler);
  }

  /** The asynchronous form of {@link #onInsertMany}. */
  default ServiceObject onInsertManyAsync(AsyncDataHandler handler) {
    return onAsync(DataEvent.ON_INSERT_MANY, handler);
  }

  /** The handler for when the entity of an id is to be replaced. */
  default ServiceObject onUpdate(DataHandler handler) {
    return on(DataEvent.ON_UPDATE, handler);
  }

  /** The asynchronous form of {@link #onUpdate}. */
  default ServiceObject onUpdateAsync(AsyncDataHandler handler) {
    return onAsync(DataEvent.ON_UPDATE, handler);
  }

  /** The handler for when the entity of an id is to be deleted. */
  default ServiceObject onDeleteById(DataHandler handler) {
    return on(DataEvent.ON_DELETE_BY_ID, handler);
  }

  /** The asynchronous form of {@link #onDeleteById}. */
  default ServiceObject onDeleteByIdAsync(AsyncDataHandler handler) {
    return onAsync(DataEvent.ON_DELETE_BY_ID, handler);
  }

  /** The handler for when the entities of a query are to be deleted. */
  default ServiceObject onDeleteByQuery(DataHandler handler) {
    return on(DataEvent.ON_DELETE_BY_QUERY, handler);
  }

  /** The asynchronous form of {@link #onDeleteByQuery}. */
  default ServiceObject onDeleteByQueryAsync(AsyncDataHandler handler) {
    return onAsync(DataEvent.ON_DELETE_BY_QUERY, handler);
  }

  /** The handler for when all entities are to be deleted. */
  default ServiceObject onDeleteAll(DataHandler handler) {
    return on(DataEvent.ON_DELETE_ALL, handler);
  }

  /** The asynchronous form of {@link #onDeleteAll}. */
  default ServiceObject onDeleteAllAsync(AsyncDataHandler handler) {
    return onAsync(DataEvent.ON_DELETE_ALL, handler);
  }

  /** The handler for when the entity of an id is asked for. */
  default ServiceObject onGetById(DataHandler handler) {
    return on(DataEvent.ON_GET_BY_ID, handler);
  }

  /** The asynchronous form of {@link #onGetById}. */
  default ServiceObject onGetByIdAsync(AsyncDataHandler handler) {
    return onAsync(DataEvent.ON_GET_BY_ID, handler);
  }

  /** The handler for when the entities of a query are asked for. */
  default ServiceObject onGetByQuery(DataHandler handler) {
    return on(DataEvent.ON_GET_BY_QUERY, handler);
  }

  /** The asynchronous form of {@link #onGetByQuery}. */
  default ServiceObject onGetByQueryAsync(AsyncDataHandler handler) {
    return onAsync(DataEvent.ON_GET_BY_QUERY, handler);
  }

  /** The handler for when all entities are asked for. */
  default ServiceObject onGetAll(DataHandler handler) {
    return on(DataEvent.ON_GET_ALL, handler);
  }

  /** The asynchronous form of {@link #onGetAll}. */
  default ServiceObject onGetAllAsync(AsyncDataHandler handler) {
    return onAsync(DataEvent.ON_GET_ALL, handler);
  }

  /** The handler for when the number of all entities is asked for. */
  default ServiceObject onGetCount(DataHandler handler) {
    return on(DataEvent.ON_GET_COUNT, handler);
  }

  /** The asynchronous form of {@link #onGetCount}. */
  default ServiceObject onGetCountAsync(AsyncDataHandler handler) {
    return onAsync(DataEvent.ON_GET_COUNT, handler);
  }

  /** The handler for when the number of the entities of a query is asked for. */
  default ServiceObject onGetCountByQuery(DataHandler handler) {
    return on(DataEvent.ON_GET_COUNT_BY_QUERY, handler);
  }

  /** The asynchronous form of {@link #onGetCountByQuery}. */
  default ServiceObject onGetCountByQueryAsync(AsyncDataHandler handler) {
    return onAsync(DataEvent.ON_GET_COUNT_BY_QUERY, handler);
  }
}
