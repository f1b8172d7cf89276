/** HTTP to the Kinvey backend: one client for a service, one session for a request. */
@NullMarked
package io.flexservices.internal.kinvey;

import org.jspecify.annotations.NullMarked;
