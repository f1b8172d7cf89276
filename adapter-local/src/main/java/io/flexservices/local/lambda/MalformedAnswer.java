package io.flexservices.local.lambda;

/** A function's answer that has not the shape which its event source takes; says what is wrong. */
final class MalformedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  MalformedAnswer(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  /** What is wrong. */
  String sentence() {
    return sentence;
  }
}
