package io.flexservices.json;

/**
 * A JSON text, or how it begins.
 *
 * @param text the text
 * @param isWhole whether it is all of it; the beginning alone is no JSON
 */
public record JsonExcerpt(String text, boolean isWhole) {}
