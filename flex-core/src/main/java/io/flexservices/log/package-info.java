/** The structured logger: one JSON line a record, into a sink that is given. */
@NullMarked
package io.flexservices.log;

import org.jspecify.annotations.NullMarked;
