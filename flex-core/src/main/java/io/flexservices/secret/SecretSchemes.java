package io.flexservices.secret;

import java.util.List;

/**
 * The kinds of sources that a platform adds to {@code file:}. An address of a source is a scheme, a
 * colon and a name, for example {@code aws-ssm:/flex/secret}.
 */
public interface SecretSchemes {
  /** The schemes, without the colon. */
  List<String> names();

  /**
   * The source of an address. Called when the service starts; the secret itself is not there to be
   * fetched yet.
   *
   * @param scheme one of {@link #names()}
   * @param name what follows the colon; not empty
   * @throws IllegalArgumentException where the name has not the scheme's form; the message says
   *     what it is
   */
  SecretSource open(String scheme, String name);
}
