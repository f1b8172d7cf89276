/** What an adapter runs: a service, found and built once, that answers requests. */
@NullMarked
package io.flexservices.runtime;

import org.jspecify.annotations.NullMarked;
