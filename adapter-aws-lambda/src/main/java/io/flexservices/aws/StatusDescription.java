package io.flexservices.aws;

/** The status line that a load balancer wants beside the number: {@code 404 Not Found}. */
final class StatusDescription {
  private StatusDescription() {}

  /** The status and its reason, which is never empty. */
  static String of(int status) {
    return status + " " + reason(status);
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 202 -> "Accepted";
      case 204 -> "No Content";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 413 -> "Content Too Large";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 503 -> "Service Unavailable";
      case 550 -> "Flex Runtime Error";
      default -> status < 400 ? "Flex Answer" : "Flex Error";
    };
  }
}
