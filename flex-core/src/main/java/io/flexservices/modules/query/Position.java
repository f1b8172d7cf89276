package io.flexservices.modules.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position in degrees: an array of longitude and latitude, in that order, as Kinvey keeps it.
 *
 * @param x the longitude
 * @param y the latitude
 */
record Position(double x, double y) {
  /**
   * The earth's radius in miles by which MongoDB's documents turn miles into the radians that
   * $nearSphere measures in: the equatorial one.
   */
  private static final double EARTH_RADIUS = 3963.2;

  /** A value's position, or null where it is none. */
  static @Nullable Position of(@Nullable Object value) {
    return PlainValue.of(value) instanceof List<?> pair
            && pair.size() >= 2
            && PlainValue.of(pair.get(0)) instanceof Number x
            && PlainValue.of(pair.get(1)) instanceof Number y
        ? new Position(x.doubleValue(), y.doubleValue())
        : null;
  }

  /** A position in a filter. */
  static Position required(String operator, @Nullable Object value) {
    Position position = of(value);
    if (position == null) {
      throw new QueryException(operator + " needs positions as [number, number].");
    }
    return position;
  }

  /** The length in miles of the great circle's arc, by the haversine formula. */
  double miles(Position other) {
    double sinLatitude = Math.sin(Math.toRadians(other.y - y) / 2);
    double sinLongitude = Math.sin(Math.toRadians(other.x - x) / 2);
    double haversine =
        sinLatitude * sinLatitude
            + Math.cos(Math.toRadians(y))
                * Math.cos(Math.toRadians(other.y))
                * sinLongitude
                * sinLongitude;
    return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
}
