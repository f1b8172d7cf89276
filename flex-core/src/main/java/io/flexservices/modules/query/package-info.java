/** Queries for the stores, and their meaning in memory. */
@NullMarked
package io.flexservices.modules.query;

import org.jspecify.annotations.NullMarked;
