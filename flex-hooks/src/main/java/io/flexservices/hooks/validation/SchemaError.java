package io.flexservices.hooks.validation;

/**
 * One respect in which an item does not match its schema.
 *
 * @param path where in the item, {@code address.lines[0]}; empty for the item itself
 * @param keyword what of the schema does not hold, for example {@code required}
 * @param message what is wrong, in English
 * @param row which item it is, counted from 0
 * @param rows how many items there are
 */
public record SchemaError(String path, String keyword, String message, int row, int rows) {
  /**
   * The error in the form of the hook documents: {@code 'name' must be at least 8 characters long},
   * {@code in row 2 of 3, required property 'name' not found}.
   */
  public String text() {
    String leader = rows == 1 ? "" : "in row %d of %d, ".formatted(row + 1, rows);
    return path.isEmpty() ? leader + message : "'" + leader + path + "' " + message;
  }
}
