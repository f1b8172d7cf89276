package io.flexservices.modules.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression, matched in time that grows with the text alone: expressions come from
 * clients. The library is loaded when a query holds the first one.
 */
final class RegularExpression implements ValueTest {
  private final Pattern pattern;

  private RegularExpression(Pattern pattern) {
    this.pattern = pattern;
  }

  static RegularExpression of(@Nullable Object regExp, @Nullable Object options) {
    String source = Operand.text("$regex", regExp);
    String letters = options == null ? "" : Operand.text("$options", options);
    int flags = 0;
    for (int i = 0; i < letters.length(); i++) {
      flags |= flag(letters.charAt(i));
    }
    boolean extended = letters.indexOf('x') >= 0;
    try {
      return new RegularExpression(
          Pattern.compile(extended ? ExtendedSyntax.compact(source) : source, flags));
    } catch (PatternSyntaxException e) {
      throw new QueryException("regExp is not supported in memory: " + e.getMessage());
    }
  }

  @Override
  public boolean test(@Nullable Object value) {
    return value instanceof String text && pattern.matcher(text).find();
  }

  private static int flag(char letter) {
    return switch (letter) {
      case 'i' -> Pattern.CASE_INSENSITIVE;
      case 'm' -> Pattern.MULTILINE;
      case 's' -> Pattern.DOTALL;
      case 'x' -> 0;
      default -> throw new QueryException("The option " + letter + " of $regex is not supported.");
    };
  }
}
