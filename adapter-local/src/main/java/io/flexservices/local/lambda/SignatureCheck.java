package io.flexservices.local.lambda;

import io.flexservices.spi.FlexHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests to a service's API that are not signed as AWS wants it. Source: the IAM user
 * guide, "Elements of an AWS API request signature".
 *
 * @param accessKeyId whose requests are accepted
 * @param secret what they are signed by
 */
record SignatureCheck(
    String accessKeyId, String secret, String region, String service, Clock clock) {
  /** How old, or early, a request may be. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          RequestSignature.ALGORITHM
              + " Credential=([^/,]+)/([^,]+), *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})");

  /** Why a request is refused; null where it is signed. */
  @Nullable String refusal(HttpCall call) {
    String given = call.headers().first("Authorization");
    String time = call.headers().first("X-Amz-Date");
    Matcher parts = AUTHORIZATION.matcher(given == null ? "" : given);
    if (!parts.matches() || time == null) {
      return "Missing Authentication Token";
    }
    if (!isNow(time)) {
      return "Signature expired: " + time + " is not within five minutes of now";
    }
    String scope = "%s/%s/%s/aws4_request".formatted(time.substring(0, 8), region, service);
    if (!parts.group(1).equals(accessKeyId) || !parts.group(2).equals(scope)) {
      return "The credential must be " + accessKeyId + "/" + scope;
    }
    List<String> signed = Arrays.asList(parts.group(3).split(";"));
    String unsigned = unsigned(call.headers(), signed);
    if (unsigned != null) {
      return "The header " + unsigned + " must be signed";
    }
    String right = RequestSignature.of(call, secret, scope, time, signed);
    return isSame(right, parts.group(4)) && hasItsHash(call)
        ? null
        : "The request signature we calculated does not match the signature you provided";
  }

  private boolean isNow(String time) {
    try {
      Instant at = TIME.parse(time, Instant::from);
      return Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The host and all of AWS's own headers must be signed. */
  private static @Nullable String unsigned(FlexHeaders headers, List<String> signed) {
    for (FlexHeaders.Header header : headers.all()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if ((name.equals("host") || name.startsWith("x-amz-")) && !signed.contains(name)) {
        return name;
      }
    }
    return signed.contains("host") ? null : "host";
  }

  private static boolean hasItsHash(HttpCall call) {
    String hash = call.headers().first("X-Amz-Content-Sha256");
    return hash == null || hash.equals(RequestSignature.payloadHash(call.body()));
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SignatureCheck[" + accessKeyId + "]";
  }
}
