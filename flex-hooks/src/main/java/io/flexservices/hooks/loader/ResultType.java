package io.flexservices.hooks.loader;

import java.util.List;

/** What a key leads to, in the notation of the batch loader's documents. */
public enum ResultType {
  /** {@code ''}: a record, or none. */
  OPTIONAL("", false, false),
  /** {@code '!'}: a record, which has to be there. */
  REQUIRED("!", false, true),
  /** {@code '[]'}: a list of records, or none. */
  OPTIONAL_LIST("[]", true, false),
  /** {@code '[]!'}: as {@code '[]'}. */
  OPTIONAL_LIST_REQUIRED("[]!", true, false),
  /** {@code '[!]'}: a list of records, which has to be there and is not empty. */
  LIST("[!]", true, true),
  /** {@code '[!]!'}: as {@code '[!]'}. */
  LIST_REQUIRED("[!]!", true, true);

  private final String notation;
  private final boolean list;
  private final boolean required;

  ResultType(String notation, boolean list, boolean required) {
    this.notation = notation;
    this.list = list;
    this.required = required;
  }

  /**
   * The type of that notation.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static ResultType of(String notation) {
    for (ResultType type : values()) {
      if (type.notation.equals(notation)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "Invalid result type \"" + notation + "\"; there are " + notations());
  }

  /** The notation of the documents. */
  public String notation() {
    return notation;
  }

  boolean isList() {
    return list;
  }

  boolean isRequired() {
    return required;
  }

  private static List<String> notations() {
    return List.of(values()).stream().map(type -> '"' + type.notation + '"').toList();
  }
}
