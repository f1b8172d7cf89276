package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.JsonForm;
import io.flexservices.log.Redaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HTTP headers in the order of their arrival; a name may come several times, and its case does not
 * matter. Values are never split or joined: some of Kinvey's are JSON texts. Immutable.
 */
public final class FlexHeaders {
  private static final FlexHeaders EMPTY = new FlexHeaders(List.of());

  private final List<Header> headers;

  private FlexHeaders(List<Header> headers) {
    this.headers = headers;
  }

  /** One header line. */
  public record Header(String name, String value) implements JsonForm {
    /** Checks the arguments. */
    public Header {
      requireNonNull(name, "name == null");
      requireNonNull(value, "value == null");
    }

    /** As {@link #toString()}. */
    @Override
    public Object toJson() {
      return toString();
    }

    /** {@code name: value}, without a value that is secret. */
    @Override
    public String toString() {
      return name + ": " + Redaction.SECRETS.shown(name, value);
    }
  }

  /** No headers. */
  public static FlexHeaders empty() {
    return EMPTY;
  }

  /** A builder, mutable and for one thread. */
  public static Builder builder() {
    return new Builder();
  }

  /** The first value of a name, or null. */
  public @Nullable String first(String name) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return null;
  }

  /** The first value of a name, or empty. */
  public String firstOrEmpty(String name) {
    String value = first(name);
    return value == null ? "" : value;
  }

  /** All lines, in order. */
  public List<Header> all() {
    return headers;
  }

  /** All lines, without the values that are secret. */
  @Override
  public String toString() {
    return headers.toString();
  }

  /** Collects header lines. */
  public static final class Builder {
    private final List<Header> headers = new ArrayList<>();

    private Builder() {}

    /** Adds a line. */
    public Builder add(String name, String value) {
      headers.add(new Header(name, value));
      return this;
    }

    /** The headers so far. */
    public FlexHeaders build() {
      return new FlexHeaders(List.copyOf(headers));
    }
  }
}
