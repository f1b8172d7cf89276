/** Hooks: what runs before and after a handler, on what, and where joins read. */
@NullMarked
package io.flexservices.hooks;

import org.jspecify.annotations.NullMarked;
