/** Hooks for whether, how and beside what a call runs. */
@NullMarked
package io.flexservices.hooks.control;

import org.jspecify.annotations.NullMarked;
