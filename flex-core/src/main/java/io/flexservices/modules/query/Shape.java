package io.flexservices.modules.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An area on the flat map of degrees, its edge included. */
interface Shape extends ValueTest {
  boolean holds(Position position);

  @Override
  default boolean test(@Nullable Object value) {
    Position position = Position.of(value);
    return position != null && holds(position);
  }

  /** The shape behind $within. */
  static Shape of(String operator, @Nullable Object operand) {
    Map<?, ?> shapes = Operand.object(operator, operand);
    String name = shapes.size() == 1 ? String.valueOf(shapes.keySet().iterator().next()) : "";
    List<Position> corners = new ArrayList<>();
    for (Object corner : Operand.list(operator, shapes.get(name))) {
      corners.add(Position.required(name, corner));
    }
    return switch (name) {
      case "$box" -> box(corners);
      case "$polygon" -> new Polygon(corners);
      default -> throw new QueryException(operator + " needs $box or $polygon.");
    };
  }

  private static Shape box(List<Position> corners) {
    if (corners.size() != 2) {
      throw new QueryException("$box needs two positions.");
    }
    return new Box(corners.get(0), corners.get(1));
  }
}
