package io.flexservices.hooks.validation;

import com.google.re2j.Pattern;
import com.networknt.schema.regex.RegularExpression;

/** A schema's regular expression, matched in time that grows with the text alone. */
final class LinearExpression implements RegularExpression {
  private final Pattern pattern;

  private LinearExpression(Pattern pattern) {
    this.pattern = pattern;
  }

  static RegularExpression of(String source) {
    return new LinearExpression(Pattern.compile(source));
  }

  /** Somewhere in the text, as JSON Schema wants it. */
  @Override
  public boolean matches(String text) {
    return pattern.matcher(text).find();
  }
}
