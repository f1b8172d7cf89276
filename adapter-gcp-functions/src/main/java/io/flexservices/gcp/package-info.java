/** Flex services as an HTTP function of Google Cloud's functions framework. */
@NullMarked
package io.flexservices.gcp;

import org.jspecify.annotations.NullMarked;
