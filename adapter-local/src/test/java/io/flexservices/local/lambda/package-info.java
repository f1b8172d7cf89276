/** Tests of the local Lambda runtime, most of them against the real runtime interface client. */
@NullMarked
package io.flexservices.local.lambda;

import org.jspecify.annotations.NullMarked;
