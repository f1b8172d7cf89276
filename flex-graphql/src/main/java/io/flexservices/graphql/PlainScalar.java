package io.flexservices.graphql;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/** A scalar of the schema's own: its values are shown as they are stored. It is no argument. */
final class PlainScalar implements Coercing<Object, Object> {
  static GraphQLScalarType named(String name) {
    return GraphQLScalarType.newScalar().name(name).coercing(new PlainScalar()).build();
  }

  @Override
  public Object serialize(Object value, GraphQLContext context, Locale locale) {
    return value;
  }
}
