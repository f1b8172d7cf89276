package io.flexservices.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs in the function's process. It answers with its event, in the shape that every event source
 * takes; an event that holds one of the words below makes it do otherwise.
 */
public final class ProbeHandler implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] event = input.readAllBytes();
    String text = new String(event, StandardCharsets.UTF_8);
    if (text.contains("do-hang")) {
      hang();
    } else if (text.contains("do-exit")) {
      Runtime.getRuntime().halt(3);
    } else if (text.contains("do-throw")) {
      throw new IllegalStateException("the text of an exception");
    } else if (text.contains("do-overflow")) {
      overflow(0);
    } else if (text.contains("do-array")) {
      output.write(bytes("[1, 2]"));
    } else if (text.contains("do-text")) {
      output.write(bytes("no JSON"));
    } else if (text.contains("do-string")) {
      output.write(bytes("\"plain\""));
    } else if (text.contains("do-print")) {
      System.out.println("to standard output");
      System.err.println("to standard error");
      output.write(answer(event));
    } else if (text.contains("do-pid")) {
      output.write(answer(bytes(Long.toString(ProcessHandle.current().pid()))));
    } else if (text.contains("do-environment")) {
      output.write(answer(bytes(System.getenv().toString())));
    } else if (text.contains("do-time")) {
      output.write(answer(bytes(Integer.toString(context.getRemainingTimeInMillis()))));
    } else if (text.contains("do-large")) {
      output.write(answer(new byte[7_000_000]));
    } else if (text.contains("do-meet")) {
      Path file = Path.of(System.getenv("PROBE_FILE"));
      output.write(answer(bytes(Boolean.toString(Files.deleteIfExists(file) || meets(file)))));
    } else if (text.contains("do-count")) {
      output.write(answer(bytes(Integer.toString(event.length))));
    } else {
      output.write(answer(event));
    }
  }

  private static void hang() {
    System.out.println("hanging");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      hang();
    }
  }

  /** Waits for another environment to do the same. */
  private static boolean meets(Path file) throws IOException {
    Files.createFile(file);
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      file.getParent().register(watch, StandardWatchEventKinds.ENTRY_DELETE);
      return Files.notExists(file) || watch.poll(60, TimeUnit.SECONDS) != null;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  private static byte[] answer(byte[] body) {
    String headers =
        "\"headers\":{\"content-type\":\"application/json\"},"
            + "\"multiValueHeaders\":{\"content-type\":[\"application/json\"]}";
    String base64 = Base64.getEncoder().encodeToString(body);
    return bytes(
        "{\"statusCode\":200,\"isBase64Encoded\":true,%s,\"body\":\"%s\"}"
            .formatted(headers, base64));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
