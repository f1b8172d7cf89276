package io.flexservices.json;

/**
 * What is kept out of a JSON text that is made for other eyes, a log for one. Asked from any
 * thread.
 */
public interface JsonMask {
  /** What stands in the place of a value that is not shown. */
  String HIDDEN = "[redacted]";

  /** Whether the value of a member with this name is not shown. */
  boolean hides(String name);

  /** A text that is shown, without what it holds that is not. */
  String shown(String text);
}
