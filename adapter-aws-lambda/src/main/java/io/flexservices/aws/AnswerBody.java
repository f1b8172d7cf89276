package io.flexservices.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The forms that a body has as a member of an answer. */
enum AnswerBody {
  /** A text, with JSON's escapes. */
  TEXT {
    @Override
    long size(byte[] body) {
      return JsonString.size(body);
    }

    @Override
    void write(byte[] body, byte[] target, int at) {
      JsonString.write(body, target, at);
    }

    @Override
    String text(byte[] body) {
      return new String(body, StandardCharsets.UTF_8);
    }
  },
  /** A text in Base64, without line breaks. */
  BASE64 {
    @Override
    long size(byte[] body) {
      return 2 + 4L * ((body.length + 2L) / 3);
    }

    @Override
    void write(byte[] body, byte[] target, int at) {
      byte[] encoded = Base64.getEncoder().encode(body);
      target[at] = '"';
      System.arraycopy(encoded, 0, target, at + 1, encoded.length);
      target[at + 1 + encoded.length] = '"';
    }

    @Override
    String text(byte[] body) {
      return Base64.getEncoder().encodeToString(body);
    }
  },
  /** The JSON value that the body is; null where there is none. */
  JSON {
    @Override
    long size(byte[] body) {
      return orNull(body).length;
    }

    @Override
    void write(byte[] body, byte[] target, int at) {
      byte[] json = orNull(body);
      System.arraycopy(json, 0, target, at, json.length);
    }

    @Override
    String text(byte[] body) {
      return new String(orNull(body), StandardCharsets.UTF_8);
    }

    private byte[] orNull(byte[] body) {
      return body.length == 0 ? NULL : body;
    }
  };

  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  /** How many bytes of JSON a body becomes. */
  abstract long size(byte[] body);

  /** Writes that JSON into an array, which has room for it. */
  abstract void write(byte[] body, byte[] target, int at);

  /** The text that the member has, before it is JSON. */
  abstract String text(byte[] body);
}
