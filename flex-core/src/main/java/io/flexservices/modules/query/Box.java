package io.flexservices.modules.query;

/** A box between its south-western and its north-eastern corner. */
record Box(Position bottomLeft, Position upperRight) implements Shape {
  @Override
  public boolean holds(Position position) {
    return bottomLeft.x() <= position.x()
        && position.x() <= upperRight.x()
        && bottomLeft.y() <= position.y()
        && position.y() <= upperRight.y();
  }
}
