package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The template that deploys the example; {@code !Ref A} reads as {@code {"Ref": "A"}} and so on.
 */
final class SamTemplate {
  /** Tests run in the module's folder, the template is in the project's. */
  static final Path FOLDER = Path.of("..");

  private final JsonObject root;

  private SamTemplate(JsonObject root) {
    this.root = root;
  }

  static SamTemplate load() throws IOException {
    try (Reader text = Files.newBufferedReader(FOLDER.resolve("template.yaml"))) {
      Map<String, ?> root = new Yaml(new TagsAsObjects()).load(text);
      return new SamTemplate(JsonObject.of(root));
    }
  }

  JsonObject parameter(String name) {
    return object("Parameters." + name);
  }

  JsonObject output(String name) {
    return object("Outputs." + name);
  }

  JsonObject function() {
    return object("Resources.FlexFunction");
  }

  JsonObject properties() {
    return object("Resources.FlexFunction.Properties");
  }

  Object value(String path) {
    return root.path(path);
  }

  Path codeUri() {
    return FOLDER.resolve(properties().string("CodeUri"));
  }

  /** The class and the method of the handler. */
  List<String> handler() {
    return List.of(properties().string("Handler").split("::"));
  }

  private JsonObject object(String path) {
    assertThat(root.path(path)).as(path).isInstanceOf(JsonObject.class);
    return (JsonObject) root.path(path);
  }

  private static final class TagsAsObjects extends SafeConstructor {
    TagsAsObjects() {
      super(new LoaderOptions());
      yamlMultiConstructors.put("!", new Tagged());
    }

    private final class Tagged extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String tag = node.getTag().getValue().substring(1);
        return Map.of(tag.equals("Ref") ? tag : "Fn::" + tag, content(node));
      }

      private Object content(Node node) {
        if (node instanceof ScalarNode scalar) {
          return scalar.getValue();
        }
        return node instanceof SequenceNode sequence
            ? constructSequence(sequence)
            : constructMapping((MappingNode) node);
      }
    }
  }
}
