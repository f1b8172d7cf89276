package io.flexservices.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Teaches jackson-databind the JSON views and what says its own JSON form, as members of users' own
 * classes.
 */
final class DatabindViews extends SimpleModule {
  private static final long serialVersionUID = 1L;

  DatabindViews() {
    super("flex-json-views");
    addSerializer(JsonObject.class, new ObjectWriter());
    addSerializer(JsonArray.class, new ArrayWriter());
    addSerializer(JsonForm.class, new FormWriter());
    addDeserializer(JsonObject.class, new ObjectReader());
    addDeserializer(JsonArray.class, new ArrayReader());
  }

  private static final class ObjectWriter extends JsonSerializer<JsonObject> {
    @Override
    public void serialize(JsonObject object, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(object.members(), out);
    }
  }

  private static final class ArrayWriter extends JsonSerializer<JsonArray> {
    @Override
    public void serialize(JsonArray array, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(array.items(), out);
    }
  }

  private static final class FormWriter extends JsonSerializer<JsonForm> {
    @Override
    public void serialize(JsonForm form, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(form.toJson(), out);
    }
  }

  private static final class ObjectReader extends JsonDeserializer<JsonObject> {
    @Override
    public JsonObject deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JavaType type =
          context
              .getTypeFactory()
              .constructMapType(LinkedHashMap.class, String.class, Object.class);
      return JsonObject.of(context.<LinkedHashMap<String, Object>>readValue(parser, type));
    }
  }

  private static final class ArrayReader extends JsonDeserializer<JsonArray> {
    @Override
    public JsonArray deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JavaType type =
          context.getTypeFactory().constructCollectionType(ArrayList.class, Object.class);
      return JsonArray.of(context.<ArrayList<Object>>readValue(parser, type));
    }
  }
}
