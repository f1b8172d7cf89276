package io.flexservices.internal.kinvey;

import io.flexservices.error.KinveyException;
import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Reads an answer to its end, so that the connection can serve again, and tells what it is. As in
 * the Flex SDK, a status above 299 is an error.
 */
final class AnswerReader {
  /** What one answer may hold at most, so that it cannot fill the memory. */
  private static final int LIMIT = 64 * 1024 * 1024;

  private final SdkHttpResponse head;
  private final Redaction redaction;

  AnswerReader(SdkHttpResponse head, Redaction redaction) {
    this.head = head;
    this.redaction = redaction;
  }

  /**
   * All bytes of the body.
   *
   * @param abandoned whether to stop in the middle
   * @throws EOFException where the body ends before the length that was announced
   */
  byte[] bytes(InputStream body, BooleanSupplier abandoned) throws IOException {
    byte[] bytes = all(body, abandoned);
    String length = head.firstMatchingHeader("Content-Length").orElse(null);
    if (length != null && !length.equals(Integer.toString(bytes.length))) {
      throw new EOFException(
          "The answer ends after %d of %s bytes".formatted(bytes.length, length));
    }
    boolean isGzip =
        head.firstMatchingHeader("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
    return isGzip && bytes.length > 0 ? unzipped(bytes, abandoned) : bytes;
  }

  private byte[] unzipped(byte[] bytes, BooleanSupplier abandoned) throws IOException {
    try {
      return all(new GZIPInputStream(new ByteArrayInputStream(bytes)), abandoned);
    } catch (ZipException e) {
      throw invalid("is not gzip, though it says so", null);
    }
  }

  private byte[] all(InputStream in, BooleanSupplier abandoned) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[16_384];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (abandoned.getAsBoolean()) {
        throw new IOException("Nobody waits for the answer any more");
      }
      if (out.size() + read > LIMIT) {
        throw invalid("is too large", "The limit is " + LIMIT + " bytes");
      }
      out.write(buffer, 0, read);
    }
    return out.toByteArray();
  }

  /**
   * What a body says.
   *
   * @throws KinveyException where it is an error, or no JSON
   */
  BackendAnswer answer(byte[] body) {
    int status = head.statusCode();
    if (status > 299) {
      throw error(status, body);
    }
    if (body.length == 0) {
      return new BackendAnswer(status, null);
    }
    try {
      return new BackendAnswer(status, view(Json.parse(body)));
    } catch (JsonException e) {
      throw invalid("is not JSON", e.getMessage());
    }
  }

  private KinveyException error(int status, byte[] body) {
    if (status < 400) {
      return invalid("is a redirect, which is not followed", null);
    }
    if (body.length == 0) {
      return invalid("is an error without a body", null);
    }
    Object value;
    try {
      value = view(redaction.value(Json.parse(body)));
    } catch (JsonException e) {
      return invalid("is an error that is not JSON", e.getMessage());
    }
    if (!(value instanceof JsonObject json)) {
      return invalid("is an error that is not a JSON object", null);
    }
    return KinveyException.answered(
        status,
        json.value("error") instanceof String error ? error : "",
        json.value("description") instanceof String description ? description : null,
        json.value("debug"),
        json);
  }

  private KinveyException invalid(String what, @Nullable String debug) {
    return KinveyException.answered(
        head.statusCode(),
        "InvalidBackendAnswer",
        "The answer of Kinvey's backend " + what,
        debug,
        null);
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  private static @Nullable Object view(@Nullable Object plain) {
    if (plain instanceof Map<?, ?> map) {
      return JsonObject.of((Map<String, ?>) map);
    }
    return plain instanceof List<?> list ? JsonArray.of(list) : plain;
  }
}
