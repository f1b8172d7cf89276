package io.flexservices.modules.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Location operators against their definition: the sphere for near, the flat map for areas. */
class QueryLocationTest {
  private static final double EARTH_RADIUS_MILES = 3963.2;
  private static final double ONE_DEGREE_MILES = EARTH_RADIUS_MILES * Math.PI / 180;

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nearFindsWhatTheAngleBetweenTheDirectionsSays(long seed) {
    Random random = new Random(seed);
    List<Double> centre = position(random);
    List<List<Double>> positions = positions(random, 200);
    double maxDistance = random.nextInt(8000) + 0.5;
    Comparator<List<Double>> byDistance =
        Comparator.comparingDouble(position -> milesByVectors(centre, position));

    assertThat(found(new Query().near("_geoloc", centre, maxDistance), positions))
        .isEqualTo(
            positions.stream()
                .filter(position -> milesByVectors(centre, position) <= maxDistance)
                .sorted(byDistance)
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, true", "0, -1.0001, 1, false", "179.5, 0, 179.4, false", "-179.5, 0, 180.5, true",
    "1, 60, 60.1, true", "0, 90, 90, true", "180, 0, 180, true", "180, 0, 179.99, false"
  })
  void nearMeasuresOnTheSphere(double longitude, double latitude, double degrees, boolean near) {
    Query query =
        new Query().near("_geoloc", List.of(0, 0), degrees * ONE_DEGREE_MILES * (1 + 1e-12));

    assertThat(found(query, List.of(List.of(longitude, latitude)))).hasSize(near ? 1 : 0);
  }

  @Test
  void nearWithoutADistanceRanksAllPositions() {
    List<List<Double>> positions = List.of(List.of(9.0, 9.0), List.of(1.0, 1.0), List.of(5.0, 5.0));

    assertThat(found(new Query().near("_geoloc", List.of(0, 0)), positions))
        .containsExactly(positions.get(1), positions.get(2), positions.get(0));
    assertThat(found(new Query().exists("_geoloc").and().near("_geoloc", List.of(9, 9)), positions))
        .startsWith(positions.get(0));
  }

  @Test
  void aSortGoesBeforeTheRank() {
    List<List<Double>> positions = List.of(List.of(2.0, 2.0), List.of(1.0, 1.0), List.of(3.0, 3.0));

    assertThat(found(new Query().near("_geoloc", List.of(0, 0)).descending("_geoloc"), positions))
        .containsExactly(positions.get(2), positions.get(0), positions.get(1));
  }

  @Test
  void findsNothingThatIsNoPosition() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (Object value :
        Arrays.asList("1,1", 1, List.of(), List.of(1), List.of("1", "1"), Map.of())) {
      records.add(Map.of("_geoloc", value));
    }
    records.add(Map.of());

    assertThat(new Query().near("_geoloc", List.of(1, 1)).process(records)).isEmpty();
    assertThat(box(-180, -90, 180, 90).process(records)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, true",
    "3, 4, true",
    "2, 2.5, true",
    "1, 4, true",
    "0.999, 2, false",
    "3.001, 2, false",
    "2, 0.999, false",
    "2, 4.001, false"
  })
  void boxHoldsItsEdge(double longitude, double latitude, boolean held) {
    assertThat(found(box(1, 1, 3, 4), List.of(List.of(longitude, latitude)))).hasSize(held ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void triangleHoldsWhatIsOnOneSideOfAllEdges(long seed) {
    Random random = new Random(seed);
    List<List<Double>> corners = positions(random, 3);

    Query query = new Query().withinPolygon("_geoloc", corners);
    List<List<Double>> positions = positions(random, 300);
    assertThat(found(query, positions))
        .isEqualTo(positions.stream().filter(p -> isOnOneSide(p, corners)).toList());
    assertThat(found(query, corners)).isEqualTo(corners);
  }

  @ParameterizedTest
  @CsvSource({
    // An L of six corners, taken as a filter, which may have more than three.
    "0.5, 0.5, true",
    "3.5, 0.5, true",
    "0.5, 3.5, true",
    "3.5, 3.5, false",
    "2, 2, false",
    "1, 2.5, true",
    "4, 1, true",
    "2.5, 1, true",
    "0, 0, true",
    "-0.001, 2, false",
    "4, 0.5, true"
  })
  void polygonMayBeConcave(double longitude, double latitude, boolean held) {
    List<List<Integer>> corners =
        List.of(
            List.of(0, 0),
            List.of(4, 0),
            List.of(4, 1),
            List.of(1, 1),
            List.of(1, 4),
            List.of(0, 4));
    Map<String, ?> filter = Map.of("_geoloc", Map.of("$within", Map.of("$polygon", corners)));

    assertThat(found(new Query(Map.of("filter", filter)), List.of(List.of(longitude, latitude))))
        .hasSize(held ? 1 : 0);
  }

  @Test
  void polygonOfTwoCornersIsALine() {
    Query query = new Query().withinPolygon("_geoloc", List.of(List.of(1, 1), List.of(3, 3)));

    assertThat(found(query, List.of(List.of(2.0, 2.0), List.of(2.0, 2.1), List.of(4.0, 4.0))))
        .containsExactly(List.of(2.0, 2.0));
  }

  private static Query box(int west, int south, int east, int north) {
    return new Query().withinBox("_geoloc", List.of(west, south), List.of(east, north));
  }

  private static List<Object> found(Query query, List<List<Double>> positions) {
    List<?> records = positions.stream().map(position -> Map.of("_geoloc", position)).toList();
    return query.process(records).stream()
        .<Object>map(record -> record.asMap().get("_geoloc"))
        .toList();
  }

  /** The arc between two directions in space, by the length of what their ends span. */
  private static double milesByVectors(List<Double> a, List<Double> b) {
    double[] u = vector(a);
    double[] v = vector(b);
    double x = u[1] * v[2] - u[2] * v[1];
    double y = u[2] * v[0] - u[0] * v[2];
    double z = u[0] * v[1] - u[1] * v[0];
    double dot = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    return EARTH_RADIUS_MILES * Math.atan2(Math.sqrt(x * x + y * y + z * z), dot);
  }

  private static double[] vector(List<Double> position) {
    double longitude = Math.toRadians(position.get(0));
    double latitude = Math.toRadians(position.get(1));
    return new double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }

  private static boolean isOnOneSide(List<Double> p, List<List<Double>> corners) {
    double first = side(p, corners.get(0), corners.get(1));
    double second = side(p, corners.get(1), corners.get(2));
    double third = side(p, corners.get(2), corners.get(0));
    return (first >= 0 && second >= 0 && third >= 0) || (first <= 0 && second <= 0 && third <= 0);
  }

  private static double side(List<Double> p, List<Double> from, List<Double> to) {
    return (to.get(0) - from.get(0)) * (p.get(1) - from.get(1))
        - (to.get(1) - from.get(1)) * (p.get(0) - from.get(0));
  }

  private static List<List<Double>> positions(Random random, int count) {
    List<List<Double>> positions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      positions.add(position(random));
    }
    return positions;
  }

  private static List<Double> position(Random random) {
    return List.of(random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90);
  }
}
