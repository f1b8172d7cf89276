/** Lambda's custom runtime for Java: events from the Runtime API to a handler, and its answers. */
@NullMarked
package io.flexservices.aws.runtime;

import org.jspecify.annotations.NullMarked;
