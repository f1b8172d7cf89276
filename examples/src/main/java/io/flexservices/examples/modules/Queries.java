package io.flexservices.examples.modules;

import io.flexservices.modules.query.Query;
import java.util.List;

/** The queries of the Flex documents. */
final class Queries {
  private Queries() {}

  static List<Query> all() {
    Query rates = new Query().greaterThanOrEqualTo("rate", 25).lessThanOrEqualTo("rate", 50);
    Query page = new Query().limit(20).skip(20);
    Query names = new Query().ascending("last_name").descending("age");
    Query brief = new Query().fields(List.of("last_name", "age"));
    Query firstDoes = new Query().limit(5).equalTo("last_name", "Doe").ascending("first_name");
    Query roes = new Query().equalTo("last_name", "Roe");
    Query either = new Query().equalTo("last_name", "Doe").or(roes);
    Query same = new Query().equalTo("last_name", "Doe").or().equalTo("last_name", "Roe");
    return List.of(rates, page, names, brief, firstDoes, either, same);
  }
}
