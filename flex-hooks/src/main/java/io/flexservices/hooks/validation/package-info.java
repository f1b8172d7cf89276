/** Values are checked before they are written, and made tidy. */
@NullMarked
package io.flexservices.hooks.validation;

import org.jspecify.annotations.NullMarked;
