/** Requests that nobody sends on purpose, against each adapter: seeded, counted and repeatable. */
@NullMarked
package io.flexservices.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
