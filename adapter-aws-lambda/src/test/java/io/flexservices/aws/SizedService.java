package io.flexservices.aws;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import java.util.Map;
import java.util.Random;

/** Answers of any size: {@code unit-n-m} is n times a character of that kind and m plain ones. */
final class SizedService implements FlexService {
  @Override
  public void register(Flex flex) {
    flex.data()
        .serviceObject("sized")
        .onGetById(
            (context, complete, modules) -> complete.setBody(body(context.entityId())).ok().next());
    flex.functions()
        .register(
            "sized",
            (context, complete, modules) ->
                complete.setBody(body(context.body().string("answer"))).ok().next());
    flex.auth()
        .register(
            "sized",
            (context, complete, modules) ->
                complete.setToken(text(context.body().string("username"))).ok().next());
  }

  private static Map<String, Object> body(String order) {
    return Map.of("x", text(order));
  }

  static String text(String order) {
    String[] parts = order.split("-", -1);
    int units = Integer.parseInt(parts[1]);
    return units(parts[0], units) + "a".repeat(Integer.parseInt(parts[2]));
  }

  private static String units(String kind, int number) {
    return switch (kind) {
      case "plain" -> "b".repeat(number);
      case "quote" -> "\"".repeat(number);
      case "euro" -> "€".repeat(number);
      case "control" -> "\u0001".repeat(number);
      case "random" -> random(number);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** What compression cannot make smaller than three quarters. */
  private static String random(int number) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder(number);
    for (int i = 0; i < number; i++) {
      text.append((char) ('0' + random.nextInt(64)));
    }
    return text.toString();
  }
}
