package io.flexservices.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
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
        JsonMapper.builder(factory())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .findAndAddModules()
            .addModule(new DatabindViews())
            .build();
  }

  /** With the limits that texts have here as well. */
  private static JsonFactory factory() {
    return JsonFactory.builder()
        // Names of members are data: interning them would let a client fill a table for good.
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(JsonLimits.EVENT_DEPTH)
                .maxNameLength(JsonLimits.NAME_LENGTH)
                .maxNumberLength(JsonLimits.NUMBER_LENGTH)
                .maxStringLength(Integer.MAX_VALUE)
                .build())
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
