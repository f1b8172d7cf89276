package io.flexservices.local.lambda;

import io.flexservices.spi.FlexHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature that a request must have by AWS's Signature Version 4. Source: the IAM user guide,
 * "Create a signed AWS API request", as Lambda has it: every segment of the path is encoded once
 * more, and the path is not normalised.
 */
final class RequestSignature {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final String UNRESERVED = "-_.~";

  private RequestSignature() {}

  /**
   * The signature in hexadecimal digits.
   *
   * @param scope {@code date/region/service/aws4_request}
   * @param time as in {@code X-Amz-Date}
   * @param signedHeaders names in lower case, in order
   */
  static String of(
      HttpCall call, String secret, String scope, String time, List<String> signedHeaders) {
    String request =
        String.join(
            "\n",
            call.method(),
            encoded(call.path(), true),
            query(call.query()),
            headers(call.headers(), signedHeaders),
            String.join(";", signedHeaders),
            payloadHash(call.body()));
    String toSign = String.join("\n", ALGORITHM, time, scope, payloadHash(utf8(request)));
    byte[] key = utf8("AWS4" + secret);
    for (String part : scope.split("/", -1)) {
      key = mac(key, part);
    }
    return HexFormat.of().formatHex(mac(key, toSign));
  }

  /** The hash of a body, as it is signed. */
  static String payloadHash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no SHA-256", e);
    }
  }

  private static String query(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return "";
    }
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .map(pair -> List.of(once(pair[0]), pair.length < 2 ? "" : once(pair[1])))
        .sorted(
            Comparator.<List<String>, String>comparing(pair -> pair.get(0))
                .thenComparing(pair -> pair.get(1)))
        .map(pair -> String.join("=", pair))
        .collect(Collectors.joining("&"));
  }

  /** Encoded, whether it was or not. */
  private static String once(String text) {
    return encoded(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8), false);
  }

  /** Each header on a line that ends; several of one name are one, in the order they came in. */
  private static String headers(FlexHeaders headers, List<String> names) {
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      List<String> values = new ArrayList<>();
      for (FlexHeaders.Header header : headers.all()) {
        if (header.name().toLowerCase(Locale.ROOT).equals(name)) {
          values.add(header.value().trim().replaceAll(" +", " "));
        }
      }
      lines.append(name).append(':').append(String.join(",", values)).append('\n');
    }
    return lines.toString();
  }

  private static String encoded(String text, boolean isPath) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : utf8(text)) {
      char c = (char) (octet & 0xFF);
      boolean isPlain =
          c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)
              || isPath && c == '/';
      if (isPlain) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return encoded.toString();
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no HmacSHA256", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
