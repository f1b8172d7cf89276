package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.JsonForm;
import io.flexservices.log.Redaction;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a query string, decoded, in order; a name may come several times. Immutable.
 */
public final class QueryParameters {
  private static final QueryParameters NONE = new QueryParameters(List.of());

  private final List<Parameter> parameters;

  private QueryParameters(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  /** One parameter, decoded; the value is empty where there was none. */
  public record Parameter(String name, String value) implements JsonForm {
    /** Checks the arguments. */
    public Parameter {
      requireNonNull(name, "name == null");
      requireNonNull(value, "value == null");
    }

    /** As {@link #toString()}. */
    @Override
    public Object toJson() {
      return toString();
    }

    /** {@code name=value}, without a value that is secret. */
    @Override
    public String toString() {
      return name + "=" + Redaction.SECRETS.shown(name, value);
    }
  }

  /** No parameters. */
  public static QueryParameters none() {
    return NONE;
  }

  /** A builder, mutable and for one thread. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a query string as it stands in the request line, without the question mark; decodes names
   * and values once, {@code +} as a space.
   *
   * @throws RequestRejected where an escape is malformed
   */
  public static QueryParameters encoded(String query) {
    if (requireNonNull(query, "query == null").isEmpty()) {
      return NONE;
    }
    Builder builder = builder();
    int from = 0;
    while (from < query.length()) {
      int ampersand = query.indexOf('&', from);
      int end = ampersand < 0 ? query.length() : ampersand;
      if (end > from) {
        builder.addEncoded(query.substring(from, end));
      }
      from = end + 1;
    }
    return builder.build();
  }

  /** All parameters, in order. */
  public List<Parameter> all() {
    return parameters;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return parameters.isEmpty();
  }

  /** All parameters, without the values that are secret. */
  @Override
  public String toString() {
    return parameters.toString();
  }

  /** Collects parameters. */
  public static final class Builder {
    private final List<Parameter> parameters = new ArrayList<>();

    private Builder() {}

    /** Adds a parameter that is decoded already. */
    public Builder add(String name, String value) {
      parameters.add(new Parameter(name, value));
      return this;
    }

    /**
     * Adds a parameter whose name and value are still encoded.
     *
     * @throws RequestRejected where an escape is malformed
     */
    public Builder addEncoded(String name, String value) {
      return add(decode(name), decode(value));
    }

    /** The parameters so far. */
    public QueryParameters build() {
      return new QueryParameters(List.copyOf(parameters));
    }

    private void addEncoded(String pair) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        addEncoded(pair, "");
      } else {
        addEncoded(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }

    private static String decode(String text) {
      return PercentDecoder.decode(text, true, "query string");
    }
  }
}
