package io.flexservices.modules.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query or of one part of it, in MongoDB's form. A part's members stand in the
 * whole by reference, so that what is added to a part shows in the whole.
 */
final class Filter {
  private final Map<String, @Nullable Object> members;

  Filter() {
    this.members = new LinkedHashMap<>();
  }

  Filter(Map<?, ?> members) {
    this.members = PlainValue.copy(members);
  }

  /** The members themselves, not a copy. */
  Map<String, @Nullable Object> members() {
    return members;
  }

  boolean has(String member) {
    return members.containsKey(member);
  }

  /** A field's value, in the place of every other condition on the field. */
  void set(String field, @Nullable Object value) {
    members.put(requireNonNull(field, "field == null"), PlainValue.copy(value));
  }

  /** A condition on a field, beside those that it has; a plain value that it had gives way. */
  void add(String field, String operator, @Nullable Object operand) {
    conditions(field).put(operator, PlainValue.copy(operand));
  }

  void remove(String field, String operator) {
    conditions(field).remove(operator);
  }

  /** Puts what is here and the operands under a joining operator. */
  void join(String operator, List<Map<String, @Nullable Object>> operands) {
    List<Map<String, @Nullable Object>> joined = new ArrayList<>();
    joined.add(new LinkedHashMap<>(members));
    joined.addAll(operands);
    members.clear();
    members.put(operator, joined);
  }

  @SuppressWarnings("unchecked") // maps in here are copies made with String keys
  private Map<String, @Nullable Object> conditions(String field) {
    requireNonNull(field, "field == null");
    if (!(members.get(field) instanceof Map)) {
      members.put(field, new LinkedHashMap<String, @Nullable Object>());
    }
    return (Map<String, @Nullable Object>) requireNonNull(members.get(field));
  }
}
