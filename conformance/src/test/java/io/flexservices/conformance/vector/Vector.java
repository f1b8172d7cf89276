package io.flexservices.conformance.vector;

import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * One recorded case; its form is described in the conformance module's README.
 *
 * @param group the file that it stands in
 * @param json the case
 */
public record Vector(String group, JsonObject json) {
  /** The vectors of a group, in order. */
  public static List<Vector> ofGroup(String group) {
    String resource = "/vectors/" + group + ".json";
    try (InputStream in = Vector.class.getResourceAsStream(resource)) {
      Object vectors = Json.parse(Objects.requireNonNull(in, resource).readAllBytes());
      return JsonArray.of((List<?>) vectors).objects().map(v -> new Vector(group, v)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it shows, in words. */
  public String name() {
    return String.valueOf(json.string("name"));
  }

  /** The request to send. */
  public JsonObject request() {
    return Objects.requireNonNull(json.object("request"));
  }

  /** The answer of the reference. */
  public JsonObject expected() {
    return Objects.requireNonNull(json.object("expected"));
  }

  /** What the reference sent to the backend. */
  public JsonArray outbound() {
    JsonArray outbound = json.array("outbound");
    return outbound == null ? JsonArray.of(List.of()) : outbound;
  }

  /** Whether only the status counts. */
  public boolean statusOnly() {
    return Boolean.TRUE.equals(json.bool("statusOnly"));
  }

  /** Whether a kind of normalisation is asked for. */
  public boolean normalises(String kind) {
    JsonArray kinds = json.array("normalise");
    return kinds != null && kinds.asList().contains(kind);
  }
}
