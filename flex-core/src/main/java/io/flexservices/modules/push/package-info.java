/** Push notifications, sent by Kinvey. */
@NullMarked
package io.flexservices.modules.push;

import org.jspecify.annotations.NullMarked;
