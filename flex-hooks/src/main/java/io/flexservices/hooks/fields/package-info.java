/** Hooks for the fields of what is written and of what is answered. */
@NullMarked
package io.flexservices.hooks.fields;

import org.jspecify.annotations.NullMarked;
