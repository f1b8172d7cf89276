/** Tests of what builds bundles for Lambda; that one runs is a test of the conformance module. */
@NullMarked
package io.flexservices.local.bundle;

import org.jspecify.annotations.NullMarked;
