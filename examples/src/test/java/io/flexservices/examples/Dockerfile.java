package io.flexservices.examples;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The instructions of a stage of {@code examples/Dockerfile}, in their order. */
record Dockerfile(List<Instruction> instructions) {
  /** An instruction and its arguments. */
  record Instruction(String name, String arguments) {}

  static Dockerfile stage(String stage) throws IOException {
    String text = Files.readString(Path.of("Dockerfile")).replaceAll("\\\\\\n\\s*", "");
    List<Instruction> instructions = new ArrayList<>();
    boolean within = false;
    for (String line : text.lines().filter(line -> line.matches("[A-Z]+ .*")).toList()) {
      String[] parts = line.split(" ", 2);
      if (parts[0].equals("FROM")) {
        within = parts[1].endsWith(" AS " + stage);
      } else if (within) {
        instructions.add(new Instruction(parts[0], parts[1]));
      }
    }
    return new Dockerfile(List.copyOf(instructions));
  }

  /** The arguments of the one instruction of a name. */
  String the(String name) {
    List<String> found =
        instructions.stream()
            .filter(instruction -> instruction.name().equals(name))
            .map(Instruction::arguments)
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException("%d times %s in the stage".formatted(found.size(), name));
    }
    return found.get(0);
  }

  /** The command that builds, without what Docker is told of it. */
  String run() {
    return the("RUN").replaceAll("--mount=\\S+ ", "");
  }

  /** The words of an instruction in the form of a list. */
  List<String> words(String name) {
    List<?> words = (List<?>) requireNonNull(Json.parse(the(name)));
    return words.stream().map(String::valueOf).toList();
  }

  /** The variables that the image has. */
  Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String variable : the("ENV").split(" ")) {
      String[] parts = variable.split("=", 2);
      variables.put(parts[0], parts[1]);
    }
    return variables;
  }
}
