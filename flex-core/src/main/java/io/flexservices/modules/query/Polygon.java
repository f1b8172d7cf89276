package io.flexservices.modules.query;

import java.util.List;

/**
 * A polygon, closed from its last corner to the first. Where its edges cross, a position is in it
 * that an odd number of edges parts from the outside.
 */
record Polygon(List<Position> corners) implements Shape {
  @Override
  public boolean holds(Position position) {
    boolean inside = false;
    for (int i = 0; i < corners.size(); i++) {
      Position from = corners.get(i);
      Position to = corners.get((i + 1) % corners.size());
      if (isOnEdge(position, from, to)) {
        return true;
      }
      inside ^= crossesEast(position, from, to);
    }
    return inside;
  }

  /** Whether the edge crosses the ray that runs from the position to the east. */
  private static boolean crossesEast(Position position, Position from, Position to) {
    if (from.y() > position.y() == to.y() > position.y()) {
      return false;
    }
    double share = (position.y() - from.y()) / (to.y() - from.y());
    return position.x() < from.x() + share * (to.x() - from.x());
  }

  private static boolean isOnEdge(Position position, Position from, Position to) {
    double turn =
        (to.x() - from.x()) * (position.y() - from.y())
            - (to.y() - from.y()) * (position.x() - from.x());
    return turn == 0
        && isBetween(position.x(), from.x(), to.x())
        && isBetween(position.y(), from.y(), to.y());
  }

  private static boolean isBetween(double value, double one, double other) {
    return Math.min(one, other) <= value && value <= Math.max(one, other);
  }
}
