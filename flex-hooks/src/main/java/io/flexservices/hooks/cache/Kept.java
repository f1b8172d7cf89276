package io.flexservices.hooks.cache;

import org.jspecify.annotations.Nullable;

/**
 * What a cache keeps.
 *
 * @param value a record or a list of them; null where it is known that there is none
 * @param writtenAt when it was put there, in ms since the epoch
 */
record Kept(@Nullable Object value, long writtenAt) {}
