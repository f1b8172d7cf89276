package io.flexservices.graphql;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.SerializationError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.flexservices.hooks.HookException;
import io.flexservices.json.Throwables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What clients are told: the data, and of errors what the query has to do with them. What went
 * wrong inside is for the log.
 */
final class Answers implements DataFetcherExceptionHandler {
  static final String FAILED = "The field could not be read";
  static final String MISSING = "There is nothing where the schema says that there is something";

  /** One failure may show in every record of a list; who needs to know them all reads the log. */
  private static final int MOST_ERRORS = 100;

  static final String WRONG_TYPE = "The value is of another type than the schema says";

  /** {@code {data, errors}}, either of them only where there is any. */
  static Map<String, @Nullable Object> body(ExecutionResult result) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    List<Object> errors = new ArrayList<>();
    result.getErrors().stream().limit(MOST_ERRORS).forEach(error -> errors.add(error(error)));
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    if (result.isDataPresent()) {
      body.put("data", result.getData());
    }
    return body;
  }

  private static Map<String, @Nullable Object> error(GraphQLError error) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>(error.toSpecification());
    told.keySet().retainAll(List.of("message", "locations", "path"));
    if (error instanceof SerializationError) {
      told.put("message", WRONG_TYPE);
    } else if (error.getErrorType() == ErrorType.NullValueInNonNullableField) {
      told.put("message", MISSING);
    }
    return told;
  }

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters failed) {
    Throwable failure = Throwables.unwrapped(failed.getException());
    boolean isForClient = failure instanceof HookException;
    if (!isForClient) {
      Call.of(failed.getDataFetchingEnvironment()).log(failure);
    }
    GraphQLError error =
        GraphqlErrorBuilder.newError(failed.getDataFetchingEnvironment())
            .message("%s", isForClient ? failure.getMessage() : FAILED)
            .errorType(ErrorType.DataFetchingException)
            .build();
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error).build());
  }
}
