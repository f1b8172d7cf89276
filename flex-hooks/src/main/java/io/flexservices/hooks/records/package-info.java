/**
 * Records ready-made: in memory, in the app's collections, behind a service object or a function.
 */
@NullMarked
package io.flexservices.hooks.records;

import org.jspecify.annotations.NullMarked;
