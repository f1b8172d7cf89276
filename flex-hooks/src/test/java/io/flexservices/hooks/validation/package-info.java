/** Tests of validation. */
@NullMarked
package io.flexservices.hooks.validation;

import org.jspecify.annotations.NullMarked;
