package io.flexservices.aws;

import io.flexservices.spi.BodyReader;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestRejected;
import java.util.Base64;

/**
 * The members {@code body} and {@code isBase64Encoded}, which all HTTP sources share. Whether a
 * body is Base64 is what the flag says; many texts look like it.
 */
final class EventBody {
  /** The member that holds the body; one that was read from JSON is there in octets. */
  static final String MEMBER = "body";

  private EventBody() {}

  /**
   * The body of an event; none where it is missing, null or empty. One that is too large is refused
   * before it is decoded, so that it never takes memory twice.
   *
   * @throws RequestRejected where it is no text, malformed Base64, or over the limit
   */
  static RequestBody of(EventObject event, long limit) {
    if (!event.has(MEMBER)) {
      return RequestBody.empty();
    }
    byte[] text = event.octets(MEMBER);
    if (text == null) {
      throw RequestRejected.malformed("The body in the event is not a text");
    }
    return event.isTrue("isBase64Encoded") ? decoded(text, limit) : RequestBody.of(text);
  }

  private static RequestBody decoded(byte[] text, long limit) {
    if (decodedSize(text) > limit) {
      throw BodyReader.tooLarge(limit);
    }
    try {
      return RequestBody.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw RequestRejected.malformed("The body in the event is said to be Base64 and is not");
    }
  }

  /** Three octets for every four characters that are not padding. */
  private static long decodedSize(byte[] text) {
    int end = text.length;
    while (end > text.length - 2 && end > 0 && text[end - 1] == '=') {
      end--;
    }
    return end * 3L / 4;
  }
}
