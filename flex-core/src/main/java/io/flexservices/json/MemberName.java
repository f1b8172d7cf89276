package io.flexservices.json;

/** The names of members as they are written. */
final class MemberName {
  private static final int REPLACEMENT = 0xFFFD;

  private MemberName() {}

  /**
   * The name without halves of surrogate pairs, which some readers refuse in a name; in a value
   * they are written as escapes.
   */
  static String wellFormed(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isSurrogate(name.charAt(i))) {
        StringBuilder scalars = new StringBuilder();
        name.codePoints().map(MemberName::scalar).forEach(scalars::appendCodePoint);
        return scalars.toString();
      }
    }
    return name;
  }

  private static int scalar(int codePoint) {
    boolean isHalf = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return isHalf ? REPLACEMENT : codePoint;
  }
}
