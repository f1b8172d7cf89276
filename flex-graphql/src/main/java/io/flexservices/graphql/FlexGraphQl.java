package io.flexservices.graphql;

import static java.util.Objects.requireNonNull;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.introspection.Introspection;
import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.AsyncFunctionHandler;
import io.flexservices.functions.FunctionContext;
import io.flexservices.functions.HookType;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.kinvey.Hooks;
import io.flexservices.modules.Modules;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A GraphQL endpoint that reads the records of services, as a FlexFunction for a custom endpoint of
 * Kinvey. Its body is {@code {query, variables, operationName}}, its answer {@code {data, errors}}
 * with status 200; a body that is no request is answered 400.
 *
 * <pre>{@code
 * flex.functions().registerAsync("graphql",
 *     FlexGraphQl.schema("""
 *             type Query { posts(limit: Int): [Post!]! }
 *             type Post { _id: ID!  body: String  author: User }
 *             type User { _id: ID!  name: String }
 *             """)
 *         .type("Post", "posts")
 *         .type("User", "users")
 *         .join("Post.author", GraphQlJoin.toOne("userId", "_id"))
 *         .over(services));
 * }</pre>
 *
 * <p>However many records a query leads through, fields that stand for the same records cost one
 * call for each level of the query, and a record that was read is not read again: they are asked
 * for through {@linkplain io.flexservices.hooks.loader.BatchLoader batch loaders}, on behalf of who
 * makes the request. Records show what the schema names, and nothing else.
 *
 * <p>Errors say what the query has to do with them. The reason why a record could not be read is
 * told where it is a {@link io.flexservices.hooks.HookException}, and goes to the log otherwise.
 *
 * <p>A value; serves several requests at once.
 */
public final class FlexGraphQl implements AsyncFunctionHandler {
  private final GraphQL graphQl;
  private final Services services;
  private final GraphQlOptions options;

  private FlexGraphQl(GraphQL graphQl, Services services, GraphQlOptions options) {
    this.graphQl = graphQl;
    this.services = services;
    this.options = options;
  }

  /**
   * Begins an endpoint with a schema in GraphQL's schema language. A field of {@code Query} gives
   * the records of a type, or one of them. Its arguments are fields of that type, and mean the
   * records with that value, or with one of a list of values; and {@code limit}, {@code skip} (both
   * {@code Int}) and {@code sort} ({@code String}: names with commas between them, those that
   * descend with a minus), which names scalars and enums of the type. Any other field is what a
   * record has under its name, unless it is joined. Scalars of one's own are shown as they are
   * stored.
   */
  public static Builder schema(String sdl) {
    return new Builder(requireNonNull(sdl, "sdl == null"));
  }

  @Override
  public CompletionStage<Outcome> handle(
      FunctionContext request, FunctionCompletion complete, Modules modules) {
    if (request.hookType() != HookType.CUSTOM_ENDPOINT) {
      return ended(complete.notImplemented("GraphQL is for a custom endpoint").done());
    }
    GraphQlRequest asked;
    try {
      asked = GraphQlRequest.of(request.bodyValue());
    } catch (IllegalArgumentException e) {
      return ended(complete.badRequest(e.getMessage()).done());
    }
    HookContext context = Hooks.context(request.functionName(), request, modules, services);
    ExecutionInput input = input(asked, context);
    return context
        .inTurn(() -> graphQl.executeAsync(input))
        .thenApply(result -> complete.setBody(Answers.body(result)).ok().next());
  }

  private ExecutionInput input(GraphQlRequest asked, HookContext context) {
    return ExecutionInput.newExecutionInput(asked.query())
        .operationName(asked.operationName())
        .variables(asked.variables())
        .locale(Locale.ROOT)
        .graphQLContext(
            values ->
                values
                    .put(Call.KEY, new Call(context, options.maxNodes()))
                    .put(Introspection.INTROSPECTION_DISABLED, !options.introspection()))
        .build();
  }

  private static CompletionStage<Outcome> ended(Outcome outcome) {
    return CompletableFuture.completedStage(outcome);
  }

  /** An endpoint that is being described. A builder; {@link #over} makes the endpoint. */
  public static final class Builder {
    private final String sdl;
    private final Map<String, String> services = new LinkedHashMap<>();
    private final Map<String, GraphQlJoin> joins = new LinkedHashMap<>();
    private GraphQlOptions options = GraphQlOptions.defaults();

    private Builder(String sdl) {
      this.sdl = sdl;
    }

    /** The records of an object type are those of that service. */
    public Builder type(String type, String service) {
      services.put(
          requireNonNull(type, "type == null"), requireNonNull(service, "service == null"));
      return this;
    }

    /**
     * A field stands for records of the type that it gives, which is one of a service.
     *
     * @param field {@code Type.field}
     * @throws IllegalArgumentException where it is written otherwise
     */
    public Builder join(String field, GraphQlJoin join) {
      if (!field.matches("\\w+\\.\\w+")) {
        throw new IllegalArgumentException("A joined field is named Type.field, not " + field);
      }
      joins.put(field, requireNonNull(join, "join == null"));
      return this;
    }

    /** What clients may do; the defaults unless it is said. */
    public Builder options(GraphQlOptions options) {
      this.options = requireNonNull(options, "options == null");
      return this;
    }

    /**
     * The endpoint.
     *
     * @param known where the records are read, by the names of the services
     * @throws IllegalArgumentException where the schema is wrong, or does not fit to what was said
     *     of types and joins
     */
    public FlexGraphQl over(Services known) {
      for (String service : services.values()) {
        if (known.source(service) == null) {
          throw new IllegalArgumentException("There is no service \"" + service + "\".");
        }
      }
      GraphQL graphQl =
          GraphQL.newGraphQL(Wiring.schema(sdl, services, joins, options))
              .instrumentation(
                  new ChainedInstrumentation(
                      new MaxQueryDepthInstrumentation(options.maxDepth()),
                      new MaxQueryComplexityInstrumentation(options.maxComplexity())))
              .defaultDataFetcherExceptionHandler(new Answers())
              .build();
      return new FlexGraphQl(graphQl, known, options);
    }
  }
}
