package io.flexservices.hooks.join;

import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads schemas that were written as JSON objects. */
final class SchemaReader {
  private static final String INCLUDE = "include";
  private static final String PROVIDER = "provider";

  private SchemaReader() {}

  static PopulateSchema schema(Map<String, ?> schema) {
    boolean hasProvider = schema.containsKey(PROVIDER);
    String provider = text(schema, PROVIDER);
    List<Include> include = includes(schema.get(INCLUDE));
    return new PopulateSchema(text(schema, "service"), null, hasProvider, provider, include)
        .permissions(schema.get("permissions"));
  }

  /** One, or a list of them, or none. */
  private static List<Include> includes(@Nullable Object include) {
    List<Include> includes = new ArrayList<>();
    List<?> all =
        include instanceof List<?> list ? list : include == null ? List.of() : List.of(include);
    for (Object one : all) {
      if (!(one instanceof Map<?, ?>)) {
        throw wrong(INCLUDE, "an object or a list of objects", one);
      }
      includes.add(include(object(one)));
    }
    return List.copyOf(includes);
  }

  private static Include include(Map<String, ?> json) {
    Include include = places(json).permissions(json.get("permissions"));
    include = include.asArray(flag(json, "asArray"));
    include = include.useInnerPopulate(flag(json, "useInnerPopulate"));
    if (json.get("query") != null) {
      include = include.query(query(json.get("query")));
    }
    include = paginated(selected(include, json.get("select")), json.get("paginate"));
    if (json.containsKey(PROVIDER)) {
      include = include.provider(text(json, PROVIDER));
    }
    return json.get(INCLUDE) == null ? include : include.includeAll(includes(json.get(INCLUDE)));
  }

  private static Include places(Map<String, ?> json) {
    Include include = Include.unnamed();
    String service = text(json, "service");
    String nameAs = text(json, "nameAs");
    String parentField = text(json, "parentField");
    String childField = text(json, "childField");
    include = service == null ? include : include.service(service);
    include = nameAs == null ? include : include.nameAs(nameAs);
    include = parentField == null ? include : include.parentField(parentField);
    return childField == null ? include : include.childField(childField);
  }

  private static Include selected(Include include, @Nullable Object select) {
    if (select == null) {
      return include;
    }
    if (select instanceof Include.Select sync) {
      return include.select(sync);
    }
    if (select instanceof Include.AsyncSelect async) {
      return include.selectAsync(async);
    }
    throw wrong("select", "a function", select);
  }

  private static Include paginated(Include include, @Nullable Object paginate) {
    if (paginate == null) {
      return include;
    }
    if (paginate instanceof Boolean page) {
      return include.paginate(page);
    }
    if (paginate instanceof Number size) {
      return include.paginate(size.intValue());
    }
    throw wrong("paginate", "a boolean or a number", paginate);
  }

  private static Map<String, ?> query(@Nullable Object query) {
    if (query instanceof Map<?, ?>) {
      return JsonObject.of(object(query)).toMap();
    }
    throw wrong("query", "an object", query);
  }

  /** An empty text says nothing, as in the documents' language. */
  private static @Nullable String text(Map<String, ?> json, String name) {
    Object value = json.get(name);
    if (value == null || "".equals(value)) {
      return null;
    }
    if (value instanceof String text) {
      return text;
    }
    throw wrong(name, "a text", value);
  }

  private static boolean flag(Map<String, ?> json, String name) {
    Object value = json.get(name);
    if (value == null) {
      return false;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(name, "a boolean", value);
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static Map<String, ?> object(Object json) {
    return (Map<String, ?>) json;
  }

  private static IllegalArgumentException wrong(String name, String kind, @Nullable Object value) {
    String found = value == null ? "null" : value.getClass().getSimpleName();
    return new IllegalArgumentException(
        "The schema's " + name + " is not " + kind + ": " + found + ". (populate)");
  }
}
