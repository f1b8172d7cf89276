package io.flexservices.testkit;

import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestPath;
import io.flexservices.spi.RequestRejected;
import java.util.List;

/** What a request line names: a path and the parameters of its query string. */
record Target(RequestPath path, QueryParameters query) {
  /** A target of decoded segments, without a query. */
  static Target of(String... segments) {
    return new Target(new RequestPath(List.of(segments)), QueryParameters.none());
  }

  /**
   * A target as it stands in a request line, and more parameters.
   *
   * @throws RequestRejected where an escape is malformed
   */
  static Target parse(String target, QueryParameters more) {
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String query = question < 0 ? "" : target.substring(question + 1);
    return new Target(RequestPath.encoded(path), join(QueryParameters.encoded(query), more));
  }

  private static QueryParameters join(QueryParameters first, QueryParameters second) {
    QueryParameters.Builder both = QueryParameters.builder();
    first.all().forEach(parameter -> both.add(parameter.name(), parameter.value()));
    second.all().forEach(parameter -> both.add(parameter.name(), parameter.value()));
    return both.build();
  }
}
