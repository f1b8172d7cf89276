/** The fixture service on every target, for people and for the tests. */
@NullMarked
package io.flexservices.conformance;

import org.jspecify.annotations.NullMarked;
