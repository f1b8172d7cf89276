package io.flexservices.modules.query;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import io.flexservices.json.JsonForm;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a collection are meant, in which order, and how much of them.
 *
 * <pre>{@code
 * Query query = new Query().equalTo("last_name", "Doe").ascending("first_name").limit(5);
 * List<JsonObject> people = modules.dataStore().collection("people").find(query);
 *
 * new Query().equalTo("last_name", "Doe").or().equalTo("last_name", "Roe");
 * }</pre>
 *
 * <p>A builder: every method changes this query and returns it, except for a {@linkplain #and join}
 * without arguments, which returns a new part that the following conditions go to. Every part
 * belongs to the whole: {@link #toJson}, {@link #toQueryString}, {@link #process} and the modifiers
 * mean the whole query, whichever part they are called on. Values are copied as they are given. Not
 * safe for use from several threads at once.
 *
 * <p>A field is a name, or names with dots between them. Its conditions are joined by "and"; a
 * condition of the same kind on the same field replaces the former one, and {@link #equalTo}
 * replaces them all. A value may be anything with a JSON form. What a method refuses, it refuses
 * with a {@link QueryException} in the words of the Flex SDK ({@code lib/service/modules/query.js},
 * 4.1.4).
 */
public final class Query implements JsonForm {
  private final Filter filter;
  private final Modifiers modifiers;
  private final @Nullable Query parent;

  /** A query for all records. */
  public Query() {
    this(new Filter(), new Modifiers(), null);
  }

  /**
   * A query from its JSON form, as {@link #toJson} gives it.
   *
   * @param options any of {@code filter}, {@code fields}, {@code sort}, {@code skip} and {@code
   *     limit}. The filter is taken as it is, in MongoDB's form: it may hold what the methods of
   *     this class refuse
   */
  public Query(Map<String, ?> options) {
    this(filterOf(requireNonNull(options, "options == null")), new Modifiers(), null);
    if (options.containsKey("fields")) {
      modifiers.fields = Arguments.fields(options.get("fields"));
    }
    if (options.containsKey("skip")) {
      skip(options.get("skip"));
    }
    modifiers.sort = Arguments.sort(options.get("sort"));
    limit(options.get("limit"));
  }

  private Query(Filter filter, Modifiers modifiers, @Nullable Query parent) {
    this.filter = filter;
    this.modifiers = modifiers;
    this.parent = parent;
  }

  /** The field is the value, or an array that holds it; null also means that there is no field. */
  public Query equalTo(String field, @Nullable Object value) {
    filter.set(field, value);
    return this;
  }

  /** The field is not the value, nor an array that holds it. */
  public Query notEqualTo(String field, @Nullable Object value) {
    return add(field, "$ne", value);
  }

  /**
   * The field is greater than the value.
   *
   * @param value a number or a text; values of another type than that never match
   */
  public Query greaterThan(String field, @Nullable Object value) {
    return add(field, "$gt", Arguments.comparable(value));
  }

  /** As {@link #greaterThan}, or the same. */
  public Query greaterThanOrEqualTo(String field, @Nullable Object value) {
    return add(field, "$gte", Arguments.comparable(value));
  }

  /**
   * The field is less than the value.
   *
   * @param value a number or a text; values of another type than that never match
   */
  public Query lessThan(String field, @Nullable Object value) {
    return add(field, "$lt", Arguments.comparable(value));
  }

  /** As {@link #lessThan}, or the same. */
  public Query lessThanOrEqualTo(String field, @Nullable Object value) {
    return add(field, "$lte", Arguments.comparable(value));
  }

  /** There is such a field, be it null. */
  public Query exists(String field) {
    return exists(field, true);
  }

  /** There is such a field, be it null; or there is none. */
  public Query exists(String field, boolean exists) {
    return add(field, "$exists", exists);
  }

  /** The field is a number that the divisor divides. */
  public Query mod(String field, @Nullable Number divisor) {
    return mod(field, divisor, 0);
  }

  /** The field is a number with that remainder; fractions are cut off all three. */
  public Query mod(String field, @Nullable Number divisor, @Nullable Number remainder) {
    Number by = Arguments.numberOnly(divisor, "divisor");
    return add(field, "$mod", List.of(by, Arguments.numberOnly(remainder, "remainder")));
  }

  /** As {@link #matches(String, String, MatchOptions)}, without options. */
  public Query matches(String field, @Nullable String regExp) {
    return matches(field, regExp, MatchOptions.none());
  }

  /** As {@link #matches(String, String, MatchOptions)}, with the pattern's text and flags. */
  public Query matches(String field, Pattern regExp) {
    int flags = regExp.flags();
    return matches(
        field,
        regExp.pattern(),
        new MatchOptions(
            (flags & Pattern.CASE_INSENSITIVE) != 0,
            (flags & Pattern.MULTILINE) != 0,
            (flags & Pattern.COMMENTS) != 0,
            (flags & Pattern.DOTALL) != 0));
  }

  /**
   * The field is a text that the regular expression matches.
   *
   * @param regExp begins with {@code ^}. Kinvey reads Perl's syntax; {@link #process} that of RE2,
   *     which takes time in proportion to the text, and knows no back references and no look-around
   * @param options how it is read; ignoreCase is refused
   */
  public Query matches(String field, @Nullable String regExp, MatchOptions options) {
    if (options.ignoreCase()) {
      throw new QueryException("ignoreCase is not supported.");
    }
    if (regExp == null || !regExp.startsWith("^")) {
      throw new QueryException(
          "regExp must have `^` at the beginning of the expression to make it an anchored"
              + " expression.");
    }
    add(field, "$regex", RegExpSource.of(regExp));
    return addOrRemove(field, "$options", options.letters().isEmpty() ? null : options.letters());
  }

  /** The field is one of the values, or an array that holds one of them. */
  public Query contains(String field, @Nullable Object values) {
    return add(field, "$in", Arguments.values(values));
  }

  /** The field is an array that holds all of the values. */
  public Query containsAll(String field, @Nullable Object values) {
    return add(field, "$all", Arguments.values(values));
  }

  /** The field is none of the values, nor an array that holds one of them. */
  public Query notContainedIn(String field, @Nullable Object values) {
    return add(field, "$nin", Arguments.values(values));
  }

  /**
   * The field is an array of that many items.
   *
   * @param size a number, or a text that is one
   */
  public Query size(String field, @Nullable Object size) {
    return add(field, "$size", Arguments.number(size, "size"));
  }

  /** As {@link #near(String, List, Number)}, at any distance: nearest first. */
  public Query near(String field, @Nullable List<?> coord) {
    return near(field, coord, null);
  }

  /**
   * The field is a position within a distance; results come nearest first where the query does not
   * sort. Kinvey has location queries on the field {@code _geoloc} only.
   *
   * @param coord longitude and latitude in degrees
   * @param maxDistance in miles; null and zero for any
   */
  public Query near(String field, @Nullable List<?> coord, @Nullable Number maxDistance) {
    add(field, "$nearSphere", Arguments.coordinate(coord));
    boolean any = maxDistance == null || maxDistance.doubleValue() == 0;
    return addOrRemove(field, "$maxDistance", any ? null : maxDistance);
  }

  /**
   * The field is a position in a box or on its edge, on the flat map of degrees.
   *
   * @param bottomLeftCoord longitude and latitude of the south-western corner
   * @param upperRightCoord those of the north-eastern one. As in the Flex SDK no part of a corner
   *     may be zero
   */
  public Query withinBox(
      String field, @Nullable List<?> bottomLeftCoord, @Nullable List<?> upperRightCoord) {
    List<Number> bottomLeft =
        Arguments.corner(bottomLeftCoord, "bottomLeftCoord must be a [number, number]");
    List<Number> upperRight =
        Arguments.corner(upperRightCoord, "upperRightCoord must be a [number, number]");
    return add(field, "$within", Map.of("$box", List.of(bottomLeft, upperRight)));
  }

  /**
   * The field is a position in a polygon or on its edge, on the flat map of degrees.
   *
   * @param coords one to three corners, each longitude and latitude; as in the Flex SDK no more,
   *     and no part of a corner may be zero. {@link #Query(Map)} takes other polygons as they are
   */
  public Query withinPolygon(String field, @Nullable List<?> coords) {
    if (coords == null || coords.isEmpty() || coords.size() > 3) {
      throw new QueryException("coords must be [[number, number]]");
    }
    List<List<Number>> corners = new ArrayList<>();
    coords.forEach(
        coord -> corners.add(Arguments.corner(coord, "coords argument must be [number, number]")));
    return add(field, "$within", Map.of("$polygon", corners));
  }

  /**
   * Only these fields of each record, and {@code _id} and {@code _acl}.
   *
   * @param fields none for all fields
   */
  public Query fields(@Nullable List<String> fields) {
    modifiers.fields = Arguments.fields(fields);
    return this;
  }

  /**
   * At most that many records.
   *
   * @param limit a number, or a text that is one; null and zero for all
   */
  public Query limit(@Nullable Object limit) {
    modifiers.limit = limit == null ? null : Arguments.number(limit, "limit");
    return this;
  }

  /**
   * Not the first so many records.
   *
   * @param skip a number, or a text that is one
   */
  public Query skip(@Nullable Object skip) {
    modifiers.skip = Arguments.number(skip, "skip");
    return this;
  }

  /**
   * In this order, in the place of any other.
   *
   * @param sort fields in order of precedence, each with 1 for ascending or -1 for descending; null
   *     or empty for none
   */
  public Query sort(@Nullable Map<String, ?> sort) {
    modifiers.sort = Arguments.sort(sort);
    return this;
  }

  /** By the field, smallest first, where the fields that were given before do not decide. */
  public Query ascending(String field) {
    modifiers.sort.put(requireNonNull(field, "field == null"), 1);
    return this;
  }

  /** By the field, largest first, where the fields that were given before do not decide. */
  public Query descending(String field) {
    modifiers.sort.put(requireNonNull(field, "field == null"), -1);
    return this;
  }

  /**
   * This part and the queries must match. "And" binds closest: {@code a.and().b.or().c} is (a and
   * b) or c.
   *
   * @param queries whose conditions count as they are now, their modifiers not; none for a new part
   * @return this query, or the new part that the following conditions go to
   */
  public Query and(Query... queries) {
    return join("$and", queries);
  }

  /**
   * Neither this part nor any of the queries may match. "Nor" binds closer than "or", but not than
   * "and". Arguments and result as those of {@link #and}.
   */
  public Query nor(Query... queries) {
    Query whole = parent;
    return whole != null && whole.filter.has("$and") ? whole.nor(queries) : join("$nor", queries);
  }

  /**
   * This query or one of the queries must match. "Or" binds last: it joins all that was there
   * before. Arguments and result as those of {@link #and}.
   */
  public Query or(Query... queries) {
    return parent != null ? parent.or(queries) : join("$or", queries);
  }

  /**
   * The records that match, in the query's order and extent, judged in memory with MongoDB's
   * meaning: numbers are compared by value whatever their Java type, a condition on an array looks
   * at its items too, values of different types are never greater or less than each other, and
   * sorting puts missing and null first, then numbers, texts, objects, arrays and booleans. Records
   * that no sorted field tells apart stay in order. The records are not changed.
   *
   * @param records each a Map, a JsonObject or a value whose JSON form is an object
   * @return views over the records, or over new ones where fields are chosen
   * @throws QueryException where a record is no object, or where the filter holds what cannot be
   *     judged in memory; {@code $where} is never run
   */
  public List<JsonObject> process(@Nullable Collection<?> records) {
    if (records == null) {
      throw new QueryException("data argument must be of type: Array.");
    }
    return new Processor(root().filter.members(), modifiers).process(records);
  }

  /** A copy of the whole query: {@code {fields, filter, sort, skip, limit}}. */
  @Override
  public Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("fields", List.copyOf(modifiers.fields));
    json.put("filter", PlainValue.copy(root().filter.members()));
    json.put("sort", PlainValue.copy(modifiers.sort));
    json.put("skip", modifiers.skip);
    json.put("limit", modifiers.limit);
    return json;
  }

  /**
   * The whole query as the parameters of a request to Kinvey: {@code query} and {@code sort} as
   * JSON texts, {@code fields} with commas between them, {@code limit} and {@code skip}; each only
   * where there is such a part. Not percent-encoded.
   */
  public Map<String, String> toQueryString() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!root().filter.members().isEmpty()) {
      parameters.put("query", Json.text(root().filter.members()));
    }
    if (!modifiers.fields.isEmpty()) {
      parameters.put("fields", String.join(",", modifiers.fields));
    }
    if (modifiers.hasLimit()) {
      parameters.put("limit", Json.text(modifiers.limit));
    }
    if (modifiers.hasSkip()) {
      parameters.put("skip", Json.text(modifiers.skip));
    }
    if (!modifiers.sort.isEmpty()) {
      parameters.put("sort", Json.text(modifiers.sort));
    }
    return parameters;
  }

  /** The JSON text of {@link #toQueryString}. */
  @Override
  public String toString() {
    return Json.text(toQueryString());
  }

  private static Filter filterOf(Map<String, ?> options) {
    Object filter = PlainValue.of(options.get("filter"));
    if (filter == null) {
      return new Filter();
    }
    if (filter instanceof Map<?, ?> members) {
      return new Filter(members);
    }
    throw new QueryException("filter must be an Object");
  }

  private Query add(String field, String operator, @Nullable Object operand) {
    filter.add(field, operator, operand);
    return this;
  }

  /** A second call of the method must not keep what only the first one had. */
  private Query addOrRemove(String field, String operator, @Nullable Object operand) {
    if (operand == null) {
      filter.remove(field, operator);
      return this;
    }
    return add(field, operator, operand);
  }

  private Query join(String operator, Query... queries) {
    List<Map<String, @Nullable Object>> operands = new ArrayList<>();
    for (Query query : queries) {
      if (query == null) {
        throw new QueryException("query argument must be of type: Kinvey.Query[] or Object[].");
      }
      operands.add(PlainValue.copy(query.root().filter.members()));
    }
    Query next = this;
    if (operands.isEmpty()) {
      next = new Query(new Filter(), modifiers, this);
      operands.add(next.filter.members());
    }
    filter.join(operator, operands);
    return next;
  }

  private Query root() {
    return parent == null ? this : parent.root();
  }
}
