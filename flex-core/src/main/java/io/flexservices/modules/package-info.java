/** What a handler is given to work with Kinvey. */
@NullMarked
package io.flexservices.modules;

import org.jspecify.annotations.NullMarked;
