package io.flexservices.hooks.fields;

/** Looks at a value inside records, and may change it. */
@FunctionalInterface
public interface Transformer {
  /**
   * Called for each value: for an object or a list first, then for what is in it.
   *
   * @param node the value, where it is, and what may be done to it
   * @throws Exception anything; it ends the call as a failing hook does
   */
  void transform(TraversedNode node) throws Exception;
}
