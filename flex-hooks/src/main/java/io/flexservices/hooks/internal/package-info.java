/** What several hooks are made of. */
@NullMarked
package io.flexservices.hooks.internal;

import org.jspecify.annotations.NullMarked;
