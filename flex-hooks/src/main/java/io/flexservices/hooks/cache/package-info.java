/** Records that were read are kept for later calls. */
@NullMarked
package io.flexservices.hooks.cache;

import org.jspecify.annotations.NullMarked;
