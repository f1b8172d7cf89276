package io.flexservices.aws;

import io.flexservices.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers in JSON. The body goes from the octets that it is to those that it becomes, into an array
 * that is as long as the answer: it may have megabytes, of which a function has few. So its size is
 * known before anything is written.
 */
final class AnswerJson {
  private static final byte[] BODY = ",\"body\":".getBytes(StandardCharsets.US_ASCII);

  private AnswerJson() {}

  /** How many bytes an answer has. */
  static long size(Map<String, @Nullable Object> head, AnswerBody form, byte[] body) {
    return (long) Json.bytes(head).length + BODY.length + form.size(body);
  }

  /** An answer of a head, which is not empty, and a body. */
  static byte[] bytes(Map<String, @Nullable Object> head, AnswerBody form, byte[] body) {
    byte[] start = Json.bytes(head);
    int open = start.length - 1; // the head without the brace that closes it
    byte[] answer = new byte[Math.toIntExact(start.length + BODY.length + form.size(body))];
    System.arraycopy(start, 0, answer, 0, open);
    System.arraycopy(BODY, 0, answer, open, BODY.length);
    form.write(body, answer, open + BODY.length);
    answer[answer.length - 1] = '}';
    return answer;
  }
}
