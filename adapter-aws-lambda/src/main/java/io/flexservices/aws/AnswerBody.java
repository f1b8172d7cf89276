package io.flexservices.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The form that a body has as a member of an answer. No state. */
sealed interface AnswerBody {
  /** How many bytes of JSON a body becomes. */
  long size(byte[] body);

  /** Writes that JSON into an array, which has room for it. */
  void write(byte[] body, byte[] target, int at);

  /** The text that the member has, before it is JSON. */
  String text(byte[] body);

  /** A text, with JSON's escapes. */
  record Text() implements AnswerBody {
    @Override
    public long size(byte[] body) {
      return JsonString.size(body);
    }

    @Override
    public void write(byte[] body, byte[] target, int at) {
      JsonString.write(body, target, at);
    }

    @Override
    public String text(byte[] body) {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** A text in Base64, without line breaks. */
  record InBase64() implements AnswerBody {
    @Override
    public long size(byte[] body) {
      return 2 + 4L * ((body.length + 2L) / 3);
    }

    @Override
    public void write(byte[] body, byte[] target, int at) {
      byte[] encoded = Base64.getEncoder().encode(body);
      target[at] = '"';
      System.arraycopy(encoded, 0, target, at + 1, encoded.length);
      target[at + 1 + encoded.length] = '"';
    }

    @Override
    public String text(byte[] body) {
      return Base64.getEncoder().encodeToString(body);
    }
  }

  /** The JSON value that the body is; null where there is none. */
  record Value() implements AnswerBody {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    @Override
    public long size(byte[] body) {
      return orNull(body).length;
    }

    @Override
    public void write(byte[] body, byte[] target, int at) {
      byte[] json = orNull(body);
      System.arraycopy(json, 0, target, at, json.length);
    }

    @Override
    public String text(byte[] body) {
      return new String(orNull(body), StandardCharsets.UTF_8);
    }

    private static byte[] orNull(byte[] body) {
      return body.length == 0 ? NULL : body;
    }
  }
}
