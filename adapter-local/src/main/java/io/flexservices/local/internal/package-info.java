/** What the local server and the local Lambda runtime share: the HTTP server and the signals. */
@NullMarked
package io.flexservices.local.internal;

import org.jspecify.annotations.NullMarked;
