package io.flexservices.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** The JSON library's factory, made when the first text is read or written. */
final class JsonFactoryHolder {
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Names of members are data: interning them would let a client fill a table for good.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  // The deepest that is read; of most texts the reader itself takes less.
                  .maxNestingDepth(JsonLimits.EVENT_DEPTH)
                  .maxNameLength(JsonLimits.NAME_LENGTH)
                  .maxNumberLength(JsonLimits.NUMBER_LENGTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonFactoryHolder() {}
}
