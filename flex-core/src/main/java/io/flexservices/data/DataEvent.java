package io.flexservices.data;

/** What can happen to the entities of a service object, by the names of the Flex SDK. */
public enum DataEvent {
  /** {@code POST /:serviceObject} with one entity. */
  ON_INSERT("onInsert"),
  /** {@code POST /:serviceObject} with an array of entities. */
  ON_INSERT_MANY("onInsertMany"),
  /** {@code PUT /:serviceObject/:id}. */
  ON_UPDATE("onUpdate"),
  /** {@code DELETE /:serviceObject/:id}. */
  ON_DELETE_BY_ID("onDeleteById"),
  /** {@code DELETE /:serviceObject?query}. */
  ON_DELETE_BY_QUERY("onDeleteByQuery"),
  /** {@code DELETE /:serviceObject}. */
  ON_DELETE_ALL("onDeleteAll"),
  /** {@code GET /:serviceObject/:id}. */
  ON_GET_BY_ID("onGetById"),
  /** {@code GET /:serviceObject?query}. */
  ON_GET_BY_QUERY("onGetByQuery"),
  /** {@code GET /:serviceObject}. */
  ON_GET_ALL("onGetAll"),
  /** {@code GET /:serviceObject/_count}. */
  ON_GET_COUNT("onGetCount"),
  /** {@code GET /:serviceObject/_count?query}. */
  ON_GET_COUNT_BY_QUERY("onGetCountByQuery");

  private final String eventName;

  DataEvent(String eventName) {
    this.eventName = eventName;
  }

  /** The name in the Flex SDK's documents, for example {@code onGetById}. */
  public String eventName() {
    return eventName;
  }
}
