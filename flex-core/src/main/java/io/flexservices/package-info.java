/** The front door: what a service is, what it registers its handlers on, and its options. */
@NullMarked
package io.flexservices;

import org.jspecify.annotations.NullMarked;
