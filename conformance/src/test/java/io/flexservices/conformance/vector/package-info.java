/** The recorded vectors: how one is read, sent, normalised and compared. */
@NullMarked
package io.flexservices.conformance.vector;

import org.jspecify.annotations.NullMarked;
