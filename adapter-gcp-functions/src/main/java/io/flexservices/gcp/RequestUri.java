package io.flexservices.gcp;

/**
 * The two parts of a request's URI that matter, still encoded. Taken apart by hand: {@code
 * java.net.URI} refuses characters that clients send and the platform lets pass, such as braces.
 *
 * @param path with its slash; never empty
 * @param query without the question mark; empty where there is none
 */
record RequestUri(String path, String query) {
  private static final String AUTHORITY_MARK = "://";

  /** Reads {@code scheme://host:port/path?query}, or a path and query alone. */
  static RequestUri of(String uri) {
    String target = withoutFragment(afterAuthority(uri));
    int questionMark = target.indexOf('?');
    String path = questionMark < 0 ? target : target.substring(0, questionMark);
    String query = questionMark < 0 ? "" : target.substring(questionMark + 1);
    return new RequestUri(path.isEmpty() ? "/" : path, query);
  }

  private static String afterAuthority(String uri) {
    int mark = uri.indexOf(AUTHORITY_MARK);
    if (uri.startsWith("/") || mark < 0) {
      return uri;
    }
    int from = mark + AUTHORITY_MARK.length();
    while (from < uri.length() && "/?#".indexOf(uri.charAt(from)) < 0) {
      from++;
    }
    return uri.substring(from);
  }

  private static String withoutFragment(String target) {
    int hash = target.indexOf('#');
    return hash < 0 ? target : target.substring(0, hash);
  }
}
