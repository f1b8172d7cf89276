/** Hooks for queries and for what clients pass along in them. */
@NullMarked
package io.flexservices.hooks.queries;

import org.jspecify.annotations.NullMarked;
