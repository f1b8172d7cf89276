/** Hooks that run when something holds: conditions, and how they are put together. */
@NullMarked
package io.flexservices.hooks.conditions;

import org.jspecify.annotations.NullMarked;
