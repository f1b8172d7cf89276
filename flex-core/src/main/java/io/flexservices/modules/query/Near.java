package io.flexservices.modules.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A position within a distance on the sphere, that distance included; and the order by it. */
record Near(FieldPath path, Position centre, double maxMiles) implements Condition {
  static Near of(FieldPath path, @Nullable Object centre, @Nullable Object maxMiles) {
    return new Near(
        path,
        Position.required("$nearSphere", centre),
        maxMiles == null ? Double.POSITIVE_INFINITY : Operand.number("$maxDistance", maxMiles));
  }

  @Override
  public boolean test(Map<?, ?> record) {
    return miles(record) <= maxMiles;
  }

  /** Records as near as each other stay in order. */
  List<Map<String, ?>> nearestFirst(List<Map<String, ?>> records) {
    return records.stream().sorted(Comparator.comparingDouble(this::miles)).toList();
  }

  /** The distance of a record, NaN where it has no position. */
  private double miles(Map<?, ?> record) {
    return path.values(record).stream()
        .mapToDouble(this::milesTo)
        .filter(miles -> !Double.isNaN(miles))
        .min()
        .orElse(Double.NaN);
  }

  private double milesTo(@Nullable Object value) {
    Position position = Position.of(value);
    return position == null ? Double.NaN : centre.miles(position);
  }
}
