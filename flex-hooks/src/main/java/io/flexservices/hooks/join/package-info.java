/** Joins: records together with those that belong to them, with as few calls as can be. */
@NullMarked
package io.flexservices.hooks.join;

import org.jspecify.annotations.NullMarked;
