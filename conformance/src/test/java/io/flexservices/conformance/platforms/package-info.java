/**
 * What every platform carries, in its documented form, to a service on its real runtime; {@code
 * docs/platforms.md} is generated from it.
 */
@NullMarked
package io.flexservices.conformance.platforms;

import org.jspecify.annotations.NullMarked;
