package io.flexservices.hooks.control;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * How {@link Control#softDelete(SoftDeleteOptions)} marks records, and how it tells those that are
 * marked. A value: every method returns other options.
 *
 * <pre>{@code
 * SoftDeleteOptions.defaults()
 *     .withDeletedQuery(Collections.singletonMap("deletedAt", null))
 *     .withRemoveData(context -> Map.of("deletedAt", clock.instant().toString()))
 * }</pre>
 */
public final class SoftDeleteOptions {
  private static final SoftDeleteOptions DEFAULTS =
      new SoftDeleteOptions(
          stage(context -> Map.of("deleted", Map.of("$ne", true))),
          stage(context -> Map.of("deleted", true)));

  private final ContextValue<CompletionStage<? extends Map<String, ?>>> deletedQuery;
  private final ContextValue<CompletionStage<? extends Map<String, ?>>> removeData;

  private SoftDeleteOptions(
      ContextValue<CompletionStage<? extends Map<String, ?>>> deletedQuery,
      ContextValue<CompletionStage<? extends Map<String, ?>>> removeData) {
    this.deletedQuery = deletedQuery;
    this.removeData = removeData;
  }

  /** A field {@code deleted} that is true. */
  public static SoftDeleteOptions defaults() {
    return DEFAULTS;
  }

  /** The conditions that are added to queries, which only records that are not deleted fulfil. */
  public SoftDeleteOptions withDeletedQuery(Map<String, ?> conditions) {
    return withDeletedQuery(ContextValue.fixed(requireNonNull(conditions, "conditions == null")));
  }

  /** {@link #withDeletedQuery(Map)} by a function of the call. */
  public SoftDeleteOptions withDeletedQuery(ContextValue<? extends Map<String, ?>> conditions) {
    return withDeletedQueryAsync(stage(conditions));
  }

  /** {@link #withDeletedQuery(Map)} by a function of the call that does not block. */
  public SoftDeleteOptions withDeletedQueryAsync(
      ContextValue<CompletionStage<? extends Map<String, ?>>> conditions) {
    return new SoftDeleteOptions(requireNonNull(conditions, "conditions == null"), removeData);
  }

  /** The fields that a record gets in place of being removed. */
  public SoftDeleteOptions withRemoveData(Map<String, ?> fields) {
    return withRemoveData(ContextValue.fixed(requireNonNull(fields, "fields == null")));
  }

  /** {@link #withRemoveData(Map)} by a function of the call. */
  public SoftDeleteOptions withRemoveData(ContextValue<? extends Map<String, ?>> fields) {
    return withRemoveDataAsync(stage(fields));
  }

  /** {@link #withRemoveData(Map)} by a function of the call that does not block. */
  public SoftDeleteOptions withRemoveDataAsync(
      ContextValue<CompletionStage<? extends Map<String, ?>>> fields) {
    return new SoftDeleteOptions(deletedQuery, requireNonNull(fields, "fields == null"));
  }

  ContextValue<CompletionStage<? extends Map<String, ?>>> deletedQuery() {
    return deletedQuery;
  }

  ContextValue<CompletionStage<? extends Map<String, ?>>> removeData() {
    return removeData;
  }

  private static ContextValue<CompletionStage<? extends Map<String, ?>>> stage(
      ContextValue<? extends Map<String, ?>> value) {
    requireNonNull(value, "value == null");
    return context -> CompletableFuture.completedStage(value.of(context));
  }
}
