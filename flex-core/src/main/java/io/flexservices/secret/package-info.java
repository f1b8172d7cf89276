/** Where the shared secret may come from, beside the options: what users and adapters implement. */
@NullMarked
package io.flexservices.secret;

import org.jspecify.annotations.NullMarked;
