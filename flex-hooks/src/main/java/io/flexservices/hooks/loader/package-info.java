/** Batch loaders: values by their keys, many keys at a time. */
@NullMarked
package io.flexservices.hooks.loader;

import org.jspecify.annotations.NullMarked;
