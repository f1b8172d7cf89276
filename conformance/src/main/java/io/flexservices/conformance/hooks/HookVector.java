package io.flexservices.conformance.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookException;
import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import io.flexservices.json.Throwables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One recorded case; its form is described in the conformance module's README.
 *
 * @param file the name of the file that it stands in
 * @param json the case
 */
public record HookVector(String file, JsonObject json) {
  /** The vectors of all files of a folder, by the files' names. */
  public static List<HookVector> ofFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .flatMap(HookVector::ofFile)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<HookVector> ofFile(Path file) {
    try {
      List<?> vectors = (List<?>) requireNonNull(Json.parse(Files.readAllBytes(file)));
      return JsonArray.of(vectors)
          .objects()
          .map(vector -> new HookVector(String.valueOf(file.getFileName()), vector));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What differs from the recording, in words on one line; null where it holds. */
  public @Nullable String failure() {
    RecordedServices services = new RecordedServices(json.object("services"));
    Comparison comparison = new Comparison(json);
    return comparison.failure(outcome(services), services.calls());
  }

  private Map<String, @Nullable Object> outcome(RecordedServices services) {
    try {
      return VectorRun.of(json, services).outcome();
    } catch (Exception | StackOverflowError e) {
      return Map.of("error", error(Throwables.unwrapped(e)));
    }
  }

  /** A hook that is misused, or made of incomplete options, is an error without a code. */
  private static Map<String, @Nullable Object> error(Throwable failure) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    if (failure instanceof HookException refusal) {
      error.put("name", refusal.kind().documentName());
      error.put("message", refusal.getMessage());
      error.put("code", refusal.kind().code());
    } else {
      boolean isMisuse =
          failure instanceof IllegalStateException || failure instanceof IllegalArgumentException;
      error.put("name", isMisuse ? "Error" : failure.toString());
      error.put("message", failure.getMessage());
    }
    return error;
  }

  @Override
  public String toString() {
    return file + ": " + json.string("name");
  }
}
