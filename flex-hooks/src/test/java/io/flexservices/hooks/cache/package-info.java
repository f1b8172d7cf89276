/** Tests of caches. */
@NullMarked
package io.flexservices.hooks.cache;

import org.jspecify.annotations.NullMarked;
