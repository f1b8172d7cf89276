package io.flexservices.conformance.query;

import io.flexservices.modules.query.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Queries of every operator but those of locations, joined, sorted and cut at random. */
final class RandomQueries {
  private static final List<String> FIELDS =
      List.of("value", "mixed", "object.x", "object.y", "objects.x", "objects.y", "list", "text");
  private static final List<String> EXPRESSIONS =
      List.of("^a", "^[a-b]+", "^.b", "^(a|B)$", "^", "^\\d", "^a?b?");
  private static final List<String> SORT_FIELDS =
      List.of("value", "object.x", "object.y", "objects.y");

  private final Random random;
  private final RandomRecords values;

  RandomQueries(Random random, RandomRecords values) {
    this.random = random;
    this.values = values;
  }

  Query query() {
    // One condition a field: of two on an array, the server wants one item that fulfils both.
    List<String> fields = new ArrayList<>(FIELDS);
    Collections.shuffle(fields, random);
    Query query = condition(new Query(), fields.get(0));
    for (int i = random.nextInt(4); i > 0; i--) {
      query = condition(joined(query), fields.get(i));
    }
    return query;
  }

  /** A query that sorts by two fields and then by id, so that the order is given. */
  Query sorted() {
    Query query = random.nextBoolean() ? query() : new Query();
    for (int i = 0; i < 2; i++) {
      String field = pick(SORT_FIELDS);
      query = random.nextBoolean() ? query.ascending(field) : query.descending(field);
    }
    return query.ascending("_id").skip(random.nextInt(4)).limit(random.nextInt(8));
  }

  private Query joined(Query query) {
    return switch (random.nextInt(7)) {
      case 0 -> query.and();
      case 1 -> query.or();
      case 2 -> query.nor();
      case 3 -> query.and(another());
      case 4 -> query.or(another(), another());
      case 5 -> query.nor(another());
      default -> query.notEqualTo("number", values.number()).lessThan("number", values.number());
    };
  }

  private Query another() {
    return condition(new Query(), pick(FIELDS));
  }

  private Query condition(Query query, String field) {
    return switch (random.nextInt(15)) {
      case 0 -> query.equalTo(field, values.list(values::scalar));
      case 1 -> query.notEqualTo(field, values.scalar());
      case 2 -> query.greaterThan(field, comparable());
      case 3 -> query.greaterThanOrEqualTo(field, comparable());
      case 4 -> query.lessThan(field, comparable());
      case 5 -> query.lessThanOrEqualTo(field, comparable());
      case 6 -> query.exists(field);
      case 7 -> query.exists(field, false);
      case 8 -> query.mod(field, 2 + random.nextInt(3), random.nextInt(3) - 1);
      case 9 -> query.matches("word", pick(EXPRESSIONS));
      case 10 -> query.contains(field, values.nonEmpty(values::scalar));
      case 11 -> query.notContainedIn(field, values.nonEmpty(values::scalar));
      case 12 -> query.containsAll("list", values.nonEmpty(values::scalar));
      case 13 -> query.size(field, random.nextInt(4));
      default -> query.equalTo(field, values.scalar());
    };
  }

  private Object comparable() {
    return random.nextBoolean() ? values.text() : values.number();
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
