package io.flexservices.json;

/**
 * What a JSON text may hold at most. One place for every input: bodies, events and headers. The
 * length of a string is bounded by the length of the body that holds it.
 */
public final class JsonLimits {
  /** How deep objects and arrays may nest. */
  public static final int DEPTH = 200;

  /**
   * How deep an event of a function platform may nest. It may hold a body as it is, and so is one
   * level deeper.
   */
  public static final int EVENT_DEPTH = DEPTH + 1;

  /** How many characters a member's name may have. */
  public static final int NAME_LENGTH = 65_536;

  /** How many digits a number may have, those of its exponent among them. */
  public static final int NUMBER_LENGTH = 1_000;

  private JsonLimits() {}
}
