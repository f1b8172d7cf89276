package io.flexservices.hooks.join;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is joined to the records of a hook, to any depth. A value: every method returns another one;
 * safe to share between threads.
 *
 * <pre>{@code
 * PopulateSchema posts =
 *     PopulateSchema.of(
 *         Include.of("users").nameAs("author").parentField("userId").childField("id"),
 *         Include.of("comments").parentField("id").childField("postId").asArray(true));
 * }</pre>
 */
public final class PopulateSchema {
  private final @Nullable String service;
  private final @Nullable Object permissions;
  private final boolean hasProvider;
  private final @Nullable String provider;
  private final List<Include> include;

  PopulateSchema(
      @Nullable String service,
      @Nullable Object permissions,
      boolean hasProvider,
      @Nullable String provider,
      List<Include> include) {
    this.service = service;
    this.permissions = permissions;
    this.hasProvider = hasProvider;
    this.provider = provider;
    this.include = include;
  }

  /**
   * A schema of what is put into each record.
   *
   * @throws IllegalArgumentException where one of them has neither a relation nor a query
   */
  public static PopulateSchema of(Include... include) {
    return new PopulateSchema(null, null, false, null, Include.complete(List.of(include)));
  }

  /**
   * The schema that a JSON object is, as the hook documents write it. An {@code include} may be one
   * object or a list of them; a {@code select} is an {@link Include.Select} or {@link
   * Include.AsyncSelect}. Members of other names are passed over. What is missing is said by the
   * call that needs it, as in the documents.
   *
   * @throws IllegalArgumentException where a member is of the wrong type
   */
  public static PopulateSchema fromJson(Map<String, ?> schema) {
    return SchemaReader.schema(requireNonNull(schema, "schema == null"));
  }

  /** For the records of that service only; a hook of another one is refused. */
  public PopulateSchema service(String service) {
    requireNonNull(service, "service == null");
    return new PopulateSchema(service, permissions, hasProvider, provider, include);
  }

  /**
   * Who may have anything joined, for {@link PopulateOptions#checkPermissions}; null, false, 0 and
   * an empty text for everybody.
   */
  public PopulateSchema permissions(@Nullable Object permissions) {
    return new PopulateSchema(
        service, Json.isTruthy(permissions) ? permissions : null, hasProvider, provider, include);
  }

  /**
   * As who services are called where an {@link Include} does not say: null for the service itself,
   * which may see more than the client. Where it is not said, as the hook was called.
   */
  public PopulateSchema provider(@Nullable String provider) {
    return new PopulateSchema(service, permissions, true, provider, include);
  }

  @Nullable String service() {
    return service;
  }

  @Nullable Object permissions() {
    return permissions;
  }

  /** As who services are called, where what is around this schema says so. */
  @Nullable String providerWithin(@Nullable String around) {
    return hasProvider ? provider : around;
  }

  List<Include> include() {
    return include;
  }

  @Override
  public String toString() {
    return "schema of " + include;
  }
}
