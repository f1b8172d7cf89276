package io.flexservices.modules.entity;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/** Entities of the app {@code kid_test}, made at a time that stands still, with seeded ids. */
final class TestEntities {
  static final String NOW = "2026-01-02T03:04:05.000Z";
  static final Clock CLOCK = Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC);

  private TestEntities() {}

  static KinveyEntities ofApp() {
    return of("kid_test");
  }

  static KinveyEntities of(String appKey) {
    return new KinveyEntities(appKey, CLOCK, new Random(42));
  }
}
