package io.flexservices.local.lambda;

import io.flexservices.error.KinveyError;
import io.flexservices.spi.RequestRejected;

/** The answers to requests that never reach the function. */
final class Refusals {
  private Refusals() {}

  /** 400 and the like: the request is malformed. */
  static HttpAnswer of(RequestRejected rejected) {
    return of(rejected.error());
  }

  /** 413: a part of the request is larger than what is passed on. */
  static HttpAnswer tooLarge(String part, long limit) {
    KinveyError error =
        new KinveyError(
            413,
            "RequestTooLarge",
            "The request body is too large",
            "The " + part + " is over the limit of " + limit + " bytes");
    return of(error);
  }

  private static HttpAnswer of(KinveyError error) {
    return HttpAnswer.json(error.status(), error.toJson());
  }
}
