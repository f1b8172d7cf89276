package io.flexservices.graphql;

import graphql.GraphQLException;
import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetcherFactories;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a schema out of its text, and says of each field where its records come from. */
final class Wiring {
  private static final Set<String> EXTENT =
      Set.of(RootFetcher.LIMIT, RootFetcher.SKIP, RootFetcher.SORT);

  private final GraphQLSchema schema;
  private final Map<String, String> services;
  private final GraphQlOptions options;
  private final GraphQLCodeRegistry.Builder fetchers;

  private Wiring(GraphQLSchema schema, Map<String, String> services, GraphQlOptions options) {
    this.schema = schema;
    this.services = services;
    this.options = options;
    this.fetchers =
        GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry())
            .defaultDataFetcher(DataFetcherFactories.useDataFetcher(Wiring::member));
  }

  /**
   * The schema.
   *
   * @param services the names of the services that have the records of types, by the types' names
   * @param joins by {@code Type.field}
   * @throws IllegalArgumentException where they do not fit together
   */
  static GraphQLSchema schema(
      String sdl,
      Map<String, String> services,
      Map<String, GraphQlJoin> joins,
      GraphQlOptions options) {
    Wiring wiring = new Wiring(parsed(sdl), services, options);
    services.keySet().forEach(wiring::objectType);
    joins.forEach(wiring::join);
    wiring.schema.getQueryType().getFieldDefinitions().forEach(wiring::root);
    GraphQLCodeRegistry registry = wiring.fetchers.build();
    return wiring.schema.transformWithoutTypes(schema -> schema.codeRegistry(registry));
  }

  private static GraphQLSchema parsed(String sdl) {
    GraphQLSchema schema;
    try {
      TypeDefinitionRegistry types = new SchemaParser().parse(sdl);
      RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
      types.scalars().keySet().stream()
          .filter(name -> !ScalarInfo.isGraphqlSpecifiedScalar(name))
          .forEach(name -> wiring.scalar(PlainScalar.named(name)));
      schema = new SchemaGenerator().makeExecutableSchema(types, wiring.build());
    } catch (GraphQLException e) {
      throw new IllegalArgumentException("The GraphQL schema is wrong: " + e.getMessage(), e);
    }
    if (schema.getMutationType() != null || schema.getSubscriptionType() != null) {
      throw new IllegalArgumentException(
          "The GraphQL schema has mutations or subscriptions; this endpoint only reads.");
    }
    return schema;
  }

  private GraphQLObjectType objectType(String name) {
    if (schema.getType(name) instanceof GraphQLObjectType type) {
      return type;
    }
    throw new IllegalArgumentException("The GraphQL schema has no object type " + name + ".");
  }

  private void join(String place, GraphQlJoin join) {
    int dot = place.indexOf('.');
    GraphQLObjectType type = objectType(place.substring(0, dot));
    GraphQLFieldDefinition field = type.getFieldDefinition(place.substring(dot + 1));
    if (field == null) {
      throw new IllegalArgumentException("The GraphQL schema has no field " + place + ".");
    }
    String service = service(field);
    if (service == null) {
      throw unknown(place, field);
    }
    if (!field.getArguments().isEmpty()) {
      throw new IllegalArgumentException(place + " is joined, so it takes no arguments.");
    }
    if (join.toMany() && !isList(field)) {
      throw new IllegalArgumentException(
          place + " is joined to many records, so it must be a list.");
    }
    fetch(type, field, new JoinFetcher(join, service, isList(field)));
  }

  private void root(GraphQLFieldDefinition field) {
    GraphQLObjectType query = schema.getQueryType();
    String place = query.getName() + "." + field.getName();
    String service = service(field);
    if (service == null) {
      throw unknown(place, field);
    }
    GraphQLObjectType type = objectType(target(field).getName());
    for (GraphQLArgument argument : field.getArguments()) {
      check(place, argument, type);
    }
    fetch(
        query, field, new RootFetcher(service, isList(field), options.maxRecords(), leaves(type)));
  }

  /** The fields that clients see whole: not joined, and no object that hides some of its fields. */
  private static Set<String> leaves(GraphQLObjectType type) {
    return type.getFieldDefinitions().stream()
        .filter(field -> GraphQLTypeUtil.isLeaf(target(field)))
        .map(GraphQLFieldDefinition::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A value of another kind could be more than a value where the records are found. */
  private static void check(String place, GraphQLArgument argument, GraphQLObjectType type) {
    String name = argument.getName();
    String wanted = EXTENT.contains(name) ? typeOf(name) : null;
    GraphQLNamedType given = GraphQLTypeUtil.unwrapAllAs(argument.getType());
    if (wanted != null && !given.getName().equals(wanted)) {
      throw new IllegalArgumentException(place + " takes " + name + " as " + wanted + ".");
    }
    if (wanted == null && type.getFieldDefinition(name) == null) {
      throw new IllegalArgumentException(
          place + " takes " + name + ", but " + type.getName() + " has no such field.");
    }
    if (!GraphQLTypeUtil.isEnum(given) && !ScalarInfo.isGraphqlSpecifiedScalar(given.getName())) {
      throw new IllegalArgumentException(
          place + " takes " + name + ", which is neither a scalar of GraphQL nor an enum.");
    }
  }

  private static String typeOf(String extent) {
    return extent.equals(RootFetcher.SORT)
        ? Scalars.GraphQLString.getName()
        : Scalars.GraphQLInt.getName();
  }

  private void fetch(GraphQLObjectType type, GraphQLFieldDefinition field, DataFetcher<?> fetcher) {
    fetchers.dataFetcher(FieldCoordinates.coordinates(type, field), fetcher);
  }

  /** The service that has the records of the field's type; null where none has. */
  private @Nullable String service(GraphQLFieldDefinition field) {
    return services.get(target(field).getName());
  }

  private static GraphQLNamedType target(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.unwrapAllAs(field.getType());
  }

  private static boolean isList(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()));
  }

  private static IllegalArgumentException unknown(String place, GraphQLFieldDefinition field) {
    return new IllegalArgumentException(
        place + " gives " + target(field).getName() + ", whose records no service has.");
  }

  /** A member of a record, by the field's name. */
  private static @Nullable Object member(DataFetchingEnvironment environment) {
    return environment.getSource() instanceof Map<?, ?> record
        ? record.get(environment.getField().getName())
        : null;
  }
}
