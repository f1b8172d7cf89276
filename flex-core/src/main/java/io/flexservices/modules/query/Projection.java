package io.flexservices.modules.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The choice of fields, by names with dots between the steps; of an array, the chosen fields of its
 * objects. A record keeps {@code _id} and {@code _acl} in any case, as in the Flex SDK.
 */
final class Projection {
  private final Map<String, Projection> members = new LinkedHashMap<>();
  private boolean whole;

  private Projection() {}

  static Projection of(List<String> fields) {
    Projection projection = new Projection();
    projection.whole = fields.isEmpty();
    fields.forEach(projection::add);
    projection.add("_id");
    projection.add("_acl");
    return projection;
  }

  /** The chosen part of a record, which is not changed. */
  Map<String, ?> apply(Map<String, ?> record) {
    return whole ? record : chosen(record);
  }

  private void add(String field) {
    Projection here = this;
    for (String step : FieldPath.of(field).steps()) {
      here = here.members.computeIfAbsent(step, name -> new Projection());
    }
    here.whole = true;
  }

  private Map<String, @Nullable Object> chosen(Map<?, ?> object) {
    Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          Projection member = members.get(String.valueOf(name));
          Object part = member == null ? Missing.MISSING : member.part(value);
          if (part != Missing.MISSING) {
            chosen.put(String.valueOf(name), part);
          }
        });
    return chosen;
  }

  private @Nullable Object part(@Nullable Object value) {
    if (whole) {
      return value;
    }
    Object plain = PlainValue.of(value);
    if (plain instanceof Map<?, ?> object) {
      return chosen(object);
    }
    return plain instanceof List<?> list ? parts(list) : Missing.MISSING;
  }

  private List<@Nullable Object> parts(List<?> list) {
    List<@Nullable Object> parts = new ArrayList<>();
    for (Object item : list) {
      Object part = part(item);
      if (part != Missing.MISSING) {
        parts.add(part);
      }
    }
    return parts;
  }
}
