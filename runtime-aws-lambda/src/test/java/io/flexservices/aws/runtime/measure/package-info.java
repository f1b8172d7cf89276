/** Measures a bundle against Lambda's managed way; a program to be run by hand, and no test. */
@NullMarked
package io.flexservices.aws.runtime.measure;

import org.jspecify.annotations.NullMarked;
