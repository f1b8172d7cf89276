/** The targets: the fixture service on each platform's real runtime. */
@NullMarked
package io.flexservices.conformance.platform;

import org.jspecify.annotations.NullMarked;
