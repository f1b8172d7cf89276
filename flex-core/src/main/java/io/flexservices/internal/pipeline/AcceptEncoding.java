package io.flexservices.internal.pipeline;

import io.flexservices.spi.FlexHeaders;
import java.util.Locale;

/**
 * What a caller says of gzip in {@code Accept-Encoding} (RFC 9110, section 12.5.3): codings with
 * weights, {@code *} for those that are not named. A member that is malformed counts for nothing.
 *
 * @param gzip the weight of gzip; 0 where it is refused or not mentioned
 * @param identity the weight of a body as it is; 0 where it is refused
 */
record AcceptEncoding(double gzip, double identity) {
  private static final double UNSAID = -1;

  static AcceptEncoding of(FlexHeaders headers) {
    double gzip = UNSAID;
    double identity = UNSAID;
    double others = UNSAID;
    for (FlexHeaders.Header header : headers.all()) {
      if (header.name().equalsIgnoreCase("Accept-Encoding")) {
        for (String member : header.value().split(",", -1)) {
          int parameters = member.indexOf(';');
          String coding = (parameters < 0 ? member : member.substring(0, parameters)).trim();
          double weight = parameters < 0 ? 1 : weight(member.substring(parameters + 1).trim());
          switch (coding.toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
            case "identity" -> identity = Math.max(identity, weight);
            case "*" -> others = Math.max(others, weight);
            default -> {}
          }
        }
      }
    }
    return new AcceptEncoding(
        Math.max(0, gzip == UNSAID ? others : gzip),
        identity != UNSAID ? identity : others == 0 ? 0 : UNSAID);
  }

  /** Whether gzip is accepted, and nothing that is sent as it is would be liked better. */
  boolean prefersGzip() {
    return gzip > 0 && gzip >= identity;
  }

  /** Whether gzip is all that is accepted. */
  boolean insistsOnGzip() {
    return gzip > 0 && identity == 0;
  }

  /** The number of {@code q=0.5}, which has three digits at most; nothing where it is another. */
  private static double weight(String parameter) {
    String text = parameter.toLowerCase(Locale.ROOT);
    boolean isWeight =
        text.startsWith("q=")
            && text.length() > 2
            && text.length() <= 7
            && text.chars().skip(2).allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
            && text.indexOf('.') == text.lastIndexOf('.')
            && !text.equals("q=.");
    double weight = isWeight ? Double.parseDouble(text.substring(2)) : UNSAID;
    return weight > 1 ? UNSAID : weight;
  }
}
