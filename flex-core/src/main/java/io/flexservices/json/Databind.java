package io.flexservices.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Users' own classes by jackson-databind, which is optional: {@link DatabindLoader} loads this
 * class when the first such class is met, and nothing else names it.
 */
final class Databind {
  private final ObjectMapper mapper;

  Databind() {
    this.mapper =
        JsonMapper.builder(JsonFactoryHolder.FACTORY.copy())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .findAndAddModules()
            .addModule(new DatabindViews())
            .build();
  }

  <T> T bind(@Nullable Object value, Class<T> type) {
    try {
      return mapper.convertValue(value, type);
    } catch (IllegalArgumentException e) {
      throw new JsonException("The JSON value does not fit " + type.getName(), e);
    }
  }

  /** The value as Maps, Lists and scalars. */
  @Nullable Object plain(Object value) {
    try {
      return JsonReader.read(mapper.writeValueAsString(value), JsonLimits.DEPTH);
    } catch (JsonProcessingException e) {
      throw new JsonException("No JSON form for a value of " + value.getClass().getName(), e);
    }
  }
}
